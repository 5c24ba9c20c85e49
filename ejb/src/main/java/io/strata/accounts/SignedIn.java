package io.strata.accounts;

import io.strata.access.Caller;
import io.strata.common.RequiredFields;
import java.time.Instant;

/**
 * A fresh or renewed sign-in. Both secrets are told once and kept nowhere.
 *
 * @param token proves the sign-in until {@code expiresAt}
 * @param expiresAt when the token ends
 * @param refreshToken gets the next pair of tokens, once
 * @param refreshExpiresAt when the sign-in ends, however often it is renewed
 * @param actor who signed in
 */
@RequiredFields(allBut = {})
public record SignedIn(String token, Instant expiresAt, String refreshToken, Instant refreshExpiresAt, Caller actor) {}
