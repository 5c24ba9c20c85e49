package io.strata.agents;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.UUID;

/**
 * A claim on an issue.
 *
 * @param actorId who has it
 * @param leaseUntil when it ends by itself
 * @param live whether it keeps others away now
 * @param outcome how it has ended; {@code null} while it is live
 * @param note the result, or the reason for which it was handed back
 */
@RequiredFields(allBut = {"endedAt", "outcome", "note"})
public record ClaimView(
        UUID id,
        UUID nodeId,
        UUID projectId,
        UUID workspaceId,
        UUID actorId,
        Instant claimedAt,
        Instant leaseUntil,
        boolean live,
        Instant endedAt,
        ClaimOutcome outcome,
        String note) {}
