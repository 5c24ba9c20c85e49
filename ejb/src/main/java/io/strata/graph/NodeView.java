package io.strata.graph;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A node as callers see it.
 *
 * @param shortId what people call it
 * @param status {@code null} for components, which have none
 */
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
        UUID createdBy,
        Instant createdAt,
        Instant updatedAt) {}
