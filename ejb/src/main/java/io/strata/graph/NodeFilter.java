package io.strata.graph;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Which nodes of a project are wanted; what is {@code null} does not matter.
 *
 * @param category what the status means
 * @param dueFrom the first day on which they are due
 * @param dueUntil the last
 * @param estimated whether they have an estimate; only issues have or lack one
 */
public record NodeFilter(
        NodeKind kind,
        String status,
        StatusCategory category,
        String label,
        UUID assigneeId,
        UUID parentId,
        Priority priority,
        LocalDate dueFrom,
        LocalDate dueUntil,
        Boolean estimated,
        UUID cycleId) {

    /** What hangs under a node. */
    static NodeFilter childrenOf(UUID parentId) {
        return new NodeFilter(null, null, null, null, null, parentId, null, null, null, null, null);
    }
}
