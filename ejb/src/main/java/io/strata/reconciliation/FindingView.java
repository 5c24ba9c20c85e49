package io.strata.reconciliation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A finding as its reader sees it.
 *
 * @param subject what it is about: the id of a node, the key of an object
 * @param truth the store that decides
 * @param other the store that disagrees
 * @param reason why the one decides
 * @param offer what can be done about it
 * @param status open or resolved
 * @param resolvedAt when a pass saw that it is gone; {@code null} while it is open
 */
public record FindingView(
        UUID id,
        String kind,
        String subject,
        Side truth,
        Side other,
        String reason,
        String offer,
        String status,
        Instant firstSeen,
        Instant lastSeen,
        Instant resolvedAt) {

    /**
     * What a store holds about the subject.
     *
     * @param state {@code null} when it holds nothing
     */
    public record Side(String store, Map<?, ?> state) {}
}
