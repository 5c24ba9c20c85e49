package io.strata.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which of what is found is wanted; what is {@code null} or empty does not matter, and within a list one must apply. A
 * comment has the status, the labels and the assignee of its node.
 *
 * @param below a node by id or short id: itself and what hangs below it
 * @param since changed at this time or later
 */
public record SearchFilter(
        List<EntryKind> kinds,
        List<String> statuses,
        List<String> labels,
        List<UUID> assigneeIds,
        UUID workspaceId,
        UUID projectId,
        String below,
        Instant since) {

    public SearchFilter {
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
        statuses = statuses == null ? List.of() : List.copyOf(statuses);
        labels = labels == null ? List.of() : List.copyOf(labels);
        assigneeIds = assigneeIds == null ? List.of() : List.copyOf(assigneeIds);
    }

    /** Wants everything of some kinds. */
    static SearchFilter of(List<EntryKind> kinds) {
        return new SearchFilter(kinds, null, null, null, null, null, null, null);
    }
}
