package io.strata.graph;

import java.util.UUID;

/** Which nodes of a project are wanted; what is {@code null} does not matter. */
public record NodeFilter(NodeKind kind, String status, String label, UUID assigneeId, UUID parentId) {}
