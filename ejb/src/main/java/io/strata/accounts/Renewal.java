package io.strata.accounts;

/**
 * What became of a browser's refresh token.
 *
 * @param recognised whose it is
 * @param tokens the next pair; {@code null} when another request of the same browser has just been given it
 */
public record Renewal(Recognised recognised, SignedIn tokens) {}
