package io.strata.reconciliation.disagreements;

import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A project's node in the graph without its row. */
@ApplicationScoped
class ProjectWithoutRow extends Disagreement {

    private static final String NODES = """
            MATCH (p:Project) WHERE p.id IN $keys RETURN p.id AS key, labels(p) AS labels, properties(p) AS properties
            """;

    @Inject
    Graph graph;

    @Inject
    Rows rows;

    ProjectWithoutRow() {
        super(
                "project_without_row",
                Store.DATABASE,
                Store.GRAPH,
                "The database decides which projects exist. This node of the graph belongs to none.",
                new Offer(
                        RepairAction.DELETE,
                        "Removes the project's node. Its tree, if there is one, stays and is found as nodes without"
                                + " content."));
    }

    /** The nodes of projects as JSON. */
    static Map<String, String> nodesOf(Graph graph, Collection<String> ids) {
        return GraphRows.states(graph.read(NODES, Map.of("keys", List.copyOf(ids))));
    }

    @Override
    public Map<String, Sides> examine(Collection<String> subjects) {
        Map<String, String> known = ProjectWithoutGraph.rowsOf(rows, subjects);
        Map<String, Sides> found = new LinkedHashMap<>();
        nodesOf(graph, subjects).forEach((id, state) -> {
            if (!known.containsKey(id)) {
                found.put(id, new Sides(null, state));
            }
        });
        return found;
    }

    @Override
    public List<Step> plan(RepairAction action, String subject, Sides sides) {
        if (action != RepairAction.DELETE) {
            throw notOffered(action);
        }
        return List.of(Step.of(
                Store.GRAPH,
                "Remove the project's node",
                GraphRows.read(sides.other()),
                null,
                () -> graph.write("MATCH (p:Project {id: $id}) DETACH DELETE p", Map.of("id", subject))));
    }
}
