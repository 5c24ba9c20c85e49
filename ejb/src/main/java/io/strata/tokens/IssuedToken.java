package io.strata.tokens;

/**
 * A token that has just been made.
 *
 * @param secret its text, told this once
 */
public record IssuedToken(TokenView token, String secret) {}
