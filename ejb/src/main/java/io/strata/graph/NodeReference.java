package io.strata.graph;

import io.strata.common.RequiredFields;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Enough of a node to show a link to it. */
@RequiredFields(allBut = "status")
public record NodeReference(UUID id, NodeKind kind, String shortId, String title, String status) {

    /** A reference to a node that is known. */
    public static NodeReference to(NodeView node) {
        return new NodeReference(node.id(), node.kind(), node.shortId(), node.title(), node.status());
    }

    /** What a question to the graph answers with, so that {@link #of} can read it. */
    public static String projection(String variable) {
        return variable + " " + NodeRepository.REFERENCE.formatted(variable);
    }

    /** Reads what the graph has answered. */
    public static NodeReference of(Map<?, ?> row) {
        return new NodeReference(
                UUID.fromString((String) row.get("id")),
                NodeKind.valueOf(((String) row.get("kind")).toUpperCase(Locale.ROOT)),
                (String) row.get("short_id"),
                (String) row.get("title"),
                (String) row.get("status"));
    }
}
