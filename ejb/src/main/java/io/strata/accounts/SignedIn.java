package io.strata.accounts;

import io.strata.access.Caller;
import java.time.Instant;

/**
 * A fresh sign-in.
 *
 * @param token the secret that proves it; told once and kept nowhere
 * @param expiresAt when it ends
 * @param actor who signed in
 */
public record SignedIn(String token, Instant expiresAt, Caller actor) {}
