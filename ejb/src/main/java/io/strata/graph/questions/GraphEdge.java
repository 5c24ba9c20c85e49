package io.strata.graph.questions;

import io.strata.common.RequiredFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * An edge between two nodes.
 *
 * @param type has_child, or the type of a link
 * @param layer 1 for the tree, 2 for work, 3 for code
 */
@RequiredFields(allBut = {})
public record GraphEdge(String type, int layer, UUID sourceId, UUID targetId) {

    /** What a question answers with for the relationship {@code link} from {@code source} to {@code target}. */
    static final String PROJECTION = "{type: type(link), source: source.id, target: target.id}";

    static GraphEdge of(Map<?, ?> row) {
        String type = (String) row.get("type");
        return new GraphEdge(
                type.toLowerCase(Locale.ROOT),
                Layers.of(type),
                UUID.fromString((String) row.get("source")),
                UUID.fromString((String) row.get("target")));
    }

    static List<GraphEdge> list(Object rows) {
        return ((List<?>) rows).stream().map(row -> of((Map<?, ?>) row)).toList();
    }
}
