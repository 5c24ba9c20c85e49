package io.strata.reconciliation.disagreements;

import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A project's row without its node in the graph. */
@ApplicationScoped
class ProjectWithoutGraph extends Disagreement {

    private static final String ROWS = """
            select cast(id as text), cast(to_jsonb(p) as text) from project p where id = any(cast(:keys as uuid[]))
            """;

    @Inject
    Graph graph;

    @Inject
    Rows rows;

    ProjectWithoutGraph() {
        super(
                "project_without_graph",
                Store.DATABASE,
                Store.GRAPH,
                "The database decides which projects exist. The graph does not know this one.",
                new Offer(
                        RepairAction.ADOPT_RELATIONAL,
                        "Makes the project's node in the graph from its row. It holds nothing else, so nothing can be"
                                + " lost."));
    }

    /** The rows of projects as JSON. */
    static Map<String, String> rowsOf(Rows rows, Collection<String> ids) {
        return rows.statesById(ROWS, ids);
    }

    @Override
    public Map<String, Sides> examine(Collection<String> subjects) {
        Map<String, Sides> found = new LinkedHashMap<>();
        rowsOf(rows, subjects).forEach((id, state) -> found.put(id, new Sides(state, null)));
        found.keySet().removeAll(ProjectWithoutRow.nodesOf(graph, subjects).keySet());
        return found;
    }

    @Override
    public List<Step> plan(RepairAction action, String subject, Sides sides) {
        if (action != RepairAction.ADOPT_RELATIONAL) {
            throw notOffered(action);
        }
        Map<?, ?> project = GraphRows.read(sides.truth());
        Map<String, Object> properties = new HashMap<>();
        for (String name : List.of("id", "workspace_id", "root_id", "key")) {
            properties.put(name, project.get(name));
        }
        return List.of(Step.of(
                Store.GRAPH,
                "Make the project's node",
                null,
                properties,
                () -> graph.write("CREATE (p:Project) SET p = $properties", Map.of("properties", properties))));
    }
}
