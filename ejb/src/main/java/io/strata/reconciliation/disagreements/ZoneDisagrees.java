package io.strata.reconciliation.disagreements;

import io.strata.content.NodeContents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A node whose rows are in another zone of the rules than the node itself. */
@ApplicationScoped
class ZoneDisagrees extends Disagreement {

    private static final String ROWS = """
            select cast(node_id as text), cast(zone_id as text) from node_content
            where node_id = any(cast(:keys as uuid[]))
            """;

    private static final String PROPERTY = "zone_id";

    @Inject
    GraphNodes nodes;

    @Inject
    Rows rows;

    @Inject
    NodeContents contents;

    ZoneDisagrees() {
        super(
                "zone_disagrees",
                Store.GRAPH,
                Store.DATABASE,
                "A node is in the zone of the tree above it, and the graph owns the tree. The rows carry the same for"
                        + " row-level security; they let in, or keep out, others than the node does.",
                new Offer(
                        RepairAction.ADOPT_GRAPH,
                        "Puts the rows about the node into the zone that the graph says. No words are touched."));
    }

    @Override
    public Map<String, Sides> examine(Collection<String> subjects) {
        Map<String, String> states = nodes.states(subjects);
        Map<String, Sides> found = new LinkedHashMap<>();
        for (Object[] row : rows.rows(ROWS, Map.of("keys", subjects.toArray(String[]::new)))) {
            String id = (String) row[0];
            if (states.containsKey(id)) {
                Object zone =
                        GraphNodes.properties(states.get(id), "properties").get(PROPERTY);
                if (!Objects.equals(zone, row[1])) {
                    found.put(id, new Sides(GraphRows.json(value(zone)), GraphRows.json(value(row[1]))));
                }
            }
        }
        return found;
    }

    @Override
    public void lock(String subject) {
        nodes.lock(subject);
    }

    @Override
    public List<Step> plan(RepairAction action, String subject, Sides sides) {
        if (action != RepairAction.ADOPT_GRAPH) {
            throw notOffered(action);
        }
        Map<?, ?> graph = GraphRows.read(sides.truth());
        UUID zone = GraphNodes.identifier(graph, PROPERTY);
        return List.of(Step.of(
                Store.DATABASE,
                "Put the rows into the zone of the node",
                value(GraphRows.read(sides.other()).get(PROPERTY)),
                value(graph.get(PROPERTY)),
                () -> contents.enter(List.of(UUID.fromString(subject)), zone)));
    }

    private static Map<String, Object> value(Object zone) {
        return Collections.singletonMap(PROPERTY, zone);
    }
}
