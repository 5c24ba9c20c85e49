package io.strata.agents;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody has reported about an issue that they work on.
 *
 * @param percent how much is done, 0 to 100
 */
@RequiredFields(allBut = {})
public record ProgressView(
        UUID id, UUID claimId, UUID nodeId, UUID actorId, int percent, String message, Instant reportedAt) {}
