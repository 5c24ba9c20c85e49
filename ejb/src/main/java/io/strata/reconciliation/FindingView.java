package io.strata.reconciliation;

import io.strata.reconciliation.disagreements.Offer;
import io.strata.reconciliation.disagreements.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A finding as its reader sees it.
 *
 * @param subject what it is about: the id of a node or a project, the key of a file
 * @param truth the store that decides
 * @param other the store that disagrees
 * @param reason why the one decides
 * @param repairs what can be done about it; nothing once it is over
 * @param state stands for the sides as they were seen last; a repair that names it is refused when they have changed
 * @param status open, ignored, resolved or repaired
 * @param resolvedAt when it was seen to be gone, or mended; {@code null} while it is there
 */
public record FindingView(
        UUID id,
        String kind,
        String subject,
        Side truth,
        Side other,
        String reason,
        List<Offer> repairs,
        String state,
        String status,
        Instant firstSeen,
        Instant lastSeen,
        Instant resolvedAt) {

    /**
     * What a store holds about the subject.
     *
     * @param state {@code null} when it holds nothing
     */
    public record Side(Store store, Map<?, ?> state) {}

    /** Whether anything can still be done about it. */
    public boolean repairable() {
        return !repairs.isEmpty();
    }
}
