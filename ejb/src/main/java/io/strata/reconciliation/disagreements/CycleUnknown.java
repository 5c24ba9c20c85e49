package io.strata.reconciliation.disagreements;

import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An issue that is planned for a cycle which does not exist. */
@ApplicationScoped
class CycleUnknown extends Disagreement {

    private static final String PROPERTY = "cycle_id";
    private static final String LOST = GraphRows.NODES + """
            WITH key, n WHERE n.cycle_id IS NOT NULL AND NOT EXISTS { MATCH (:Cycle {id: n.cycle_id}) }
            RETURN key, n.cycle_id AS cycle
            """;

    @Inject
    GraphNodes nodes;

    @Inject
    Graph graph;

    CycleUnknown() {
        super(
                "cycle_unknown",
                Store.GRAPH,
                Store.GRAPH,
                "The graph decides which cycles exist. This issue is planned for one that does not.",
                new Offer(
                        RepairAction.DELETE,
                        "Takes the issue out of the cycle that is not there. The issue itself stays as it is."));
    }

    @Override
    public Map<String, Sides> examine(Collection<String> subjects) {
        Map<String, Sides> found = new LinkedHashMap<>();
        graph.read(LOST, Map.of("keys", List.copyOf(subjects)))
                .forEach(row -> found.put(
                        (String) row.get("key"), new Sides(null, GraphRows.json(Map.of(PROPERTY, row.get("cycle"))))));
        return found;
    }

    @Override
    public void lock(String subject) {
        nodes.lock(subject);
    }

    @Override
    public List<Step> plan(RepairAction action, String subject, Sides sides) {
        if (action != RepairAction.DELETE) {
            throw notOffered(action);
        }
        Map<String, Object> before =
                Map.of(PROPERTY, GraphRows.read(sides.other()).get(PROPERTY));
        Map<String, Object> after = Collections.singletonMap(PROPERTY, null);
        return List.of(Step.of(Store.GRAPH, "Take the issue out of the cycle", before, after, () -> {
            nodes.change(subject, after);
            nodes.corrected(subject, before, after);
        }));
    }
}
