package io.strata.reconciliation.disagreements;

import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nodes that hang under each other in a circle; the one that was made first stands for all of them. */
@ApplicationScoped
class NodesInCircle extends TreeDisagreement {

    /** Goes up from a node, which takes as many steps as the tree is deep, until it comes back. */
    private static final String CIRCLE = """
            UNWIND $keys AS key
            MATCH (n:Node {id: key})
            WITH key, n, COLLECT {
              MATCH path = (n)<-[:HAS_CHILD*1..]-(n) RETURN [x IN nodes(path)[1..] | x.id] LIMIT 1 } AS circles
            WHERE size(circles) > 0 AND all(id IN circles[0] WHERE id >= key)
            RETURN key, circles[0] AS circle
            """;

    @Inject
    Graph graph;

    NodesInCircle() {
        super(
                "nodes_in_circle",
                "The graph owns the tree, and a tree has no circles. These nodes hang under each other and under"
                        + " nothing else, so nobody comes across them.",
                HANG_UNDER_ROOT);
    }

    @Override
    boolean affects(Map<String, Object> family, String root) {
        return parents(family).size() == 1;
    }

    @Override
    public Map<String, Sides> examine(Collection<String> subjects) {
        Map<String, Object> circles = new HashMap<>();
        graph.read(CIRCLE, Map.of("keys", List.copyOf(subjects)))
                .forEach(row -> circles.put((String) row.get("key"), row.get("circle")));
        Map<String, Sides> found = new LinkedHashMap<>();
        super.examine(circles.keySet()).forEach((id, sides) -> {
            Map<String, Object> truth =
                    new HashMap<>(nodes.families(List.of(id)).getOrDefault(id, Map.of()));
            truth.put("circle", circles.get(id));
            found.put(id, new Sides(GraphRows.json(truth), sides.other()));
        });
        return found;
    }
}
