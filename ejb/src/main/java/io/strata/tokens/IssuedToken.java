package io.strata.tokens;

import io.strata.common.RequiredFields;

/**
 * A token that has just been made.
 *
 * @param secret its text, told this once
 */
@RequiredFields(allBut = {})
public record IssuedToken(TokenView token, String secret) {}
