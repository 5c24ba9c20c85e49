package io.strata.limits;

import java.util.UUID;

/**
 * How many requests an actor may make.
 *
 * @param perMinute 0 when there is no limit
 * @param source why that many
 */
public record EffectiveLimit(UUID actorId, int perMinute, LimitSource source) {}
