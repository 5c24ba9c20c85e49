package io.strata.limits;

import io.strata.access.Role;
import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.UUID;

/**
 * A limit that is not what everybody has: of an actor or of a role.
 *
 * @param actorId {@code null} for a role
 * @param handle of the actor
 * @param role {@code null} for an actor
 * @param perMinute requests a minute
 */
@RequiredFields(allBut = {"actorId", "handle", "role"})
public record RateLimitView(UUID id, UUID actorId, String handle, Role role, int perMinute, Instant changedAt) {}
