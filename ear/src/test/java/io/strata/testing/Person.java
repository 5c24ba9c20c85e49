package io.strata.testing;

import java.util.UUID;

/** Somebody with an account, signed in with a bearer token. */
public record Person(UUID id, String handle, String token) {}
