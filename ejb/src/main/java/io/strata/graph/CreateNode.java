package io.strata.graph;

import java.util.List;
import java.util.UUID;

/**
 * A request for a new node.
 *
 * @param parentId where it hangs; {@code null} means under the project's root
 * @param description markdown; may be absent
 * @param status one of the project's; {@code null} means the first. Issues only
 */
public record CreateNode(
        NodeKind kind,
        UUID parentId,
        String title,
        String description,
        String status,
        List<String> labels,
        UUID assigneeId) {}
