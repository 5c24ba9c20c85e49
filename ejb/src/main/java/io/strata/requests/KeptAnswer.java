package io.strata.requests;

/**
 * An answer as it is kept for a repetition.
 *
 * @param contentType {@code null} for none; so are the location and the entity tag
 * @param body empty when there is none
 */
public record KeptAnswer(int status, String contentType, String location, String entityTag, byte[] body) {}
