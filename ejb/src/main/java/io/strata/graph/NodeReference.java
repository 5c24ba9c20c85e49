package io.strata.graph;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Enough of a node to show a link to it. */
public record NodeReference(UUID id, NodeKind kind, String shortId, String title, String status) {

    static NodeReference of(Map<?, ?> row) {
        return new NodeReference(
                UUID.fromString((String) row.get("id")),
                NodeKind.valueOf(((String) row.get("kind")).toUpperCase(Locale.ROOT)),
                (String) row.get("short_id"),
                (String) row.get("title"),
                (String) row.get("status"));
    }
}
