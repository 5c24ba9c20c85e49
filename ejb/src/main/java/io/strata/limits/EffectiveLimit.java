package io.strata.limits;

import io.strata.common.RequiredFields;
import java.util.UUID;

/**
 * How many requests an actor may make.
 *
 * @param perMinute 0 when there is no limit
 * @param source why that many
 */
@RequiredFields(allBut = {})
public record EffectiveLimit(UUID actorId, int perMinute, LimitSource source) {}
