package io.strata.graph;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A node as callers see it.
 *
 * @param shortId what people call it
 * @param status {@code null} for components, which have none; so are the priority and what follows it
 */
@RequiredFields(allBut = {"status", "assigneeId", "priority", "estimate", "dueDate", "cycleId", "createdBy"})
public record NodeView(
        UUID id,
        NodeKind kind,
        String shortId,
        UUID projectId,
        UUID workspaceId,
        String title,
        String status,
        List<String> labels,
        UUID assigneeId,
        Priority priority,
        Double estimate,
        LocalDate dueDate,
        UUID cycleId,
        UUID createdBy,
        Instant createdAt,
        Instant updatedAt) {

    /** Reads what the graph has answered for {@link #projection}. */
    public static NodeView of(Map<?, ?> properties) {
        return NodeRepository.view(properties);
    }

    /** What a question to the graph answers with, so that {@link #of} can read it. */
    public static String projection(String variable) {
        return "%1$s {.*, kind: CASE WHEN %1$s:Component THEN 'component' ELSE 'issue' END}".formatted(variable);
    }
}
