package io.strata.egress;

/**
 * What the other side answered.
 *
 * @param status the HTTP status
 * @param excerpt the first kilobytes of the body as text, for people to look at; never {@code null}
 */
public record EgressResponse(int status, String excerpt) {}
