package io.strata.reconciliation.disagreements;

import io.strata.common.Json;
import io.strata.common.ProblemException;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A row of content whose node the graph does not have. */
@ApplicationScoped
class ContentWithoutNode extends Disagreement {

    private static final String CONTENTS = """
            select cast(node_id as text), cast(to_jsonb(c) as text) from node_content c
            where node_id = any(cast(:keys as uuid[]))
            """;
    private static final String HISTORY = """
            select cast(state_after as text) from audit_log
            where subject_id = cast(:id as uuid) and state_after is not null
              and action in ('node.created', 'node.changed', 'node.corrected')
            order by id
            """;
    private static final String LIGHT = """
            select status, assignee_id from audited_node where node_id = cast(:id as uuid) and whole
            """;
    private static final List<String> KEPT = List.of(
            "id",
            "short_id",
            "project_id",
            "workspace_id",
            "title",
            "status",
            "labels",
            "assignee_id",
            "created_by",
            "created_at",
            "updated_at");
    private static final String CREATE_ISSUE = "CREATE (n:Node:Issue) SET n = $properties";
    private static final String CREATE_COMPONENT = "CREATE (n:Node:Component) SET n = $properties";

    @Inject
    GraphNodes nodes;

    @Inject
    Graph graph;

    @Inject
    Rows rows;

    ContentWithoutNode() {
        super(
                "content_without_node",
                Store.GRAPH,
                Store.DATABASE,
                "The graph decides which nodes exist. Nobody can reach this description.",
                new Offer(
                        RepairAction.ADOPT_RELATIONAL,
                        "Makes the node again from the audit log and hangs it under the root of its project. Takes"
                                + " nothing away; it may have hung elsewhere."),
                new Offer(
                        RepairAction.DELETE,
                        "Removes the description. It may be the last trace of a node; the audit log keeps it."));
    }

    /** The contents of nodes as JSON. */
    static Map<String, String> contents(Rows rows, Collection<String> ids) {
        return rows.statesById(CONTENTS, ids);
    }

    @Override
    public Map<String, Sides> examine(Collection<String> subjects) {
        Map<String, Sides> found = new LinkedHashMap<>();
        contents(rows, subjects).forEach((id, state) -> found.put(id, new Sides(null, state)));
        found.keySet().removeAll(nodes.states(subjects).keySet());
        return found;
    }

    @Override
    public List<Step> plan(RepairAction action, String subject, Sides sides) {
        return switch (action) {
            case ADOPT_RELATIONAL -> List.of(again(subject));
            case DELETE ->
                List.of(Step.of(
                        Store.DATABASE,
                        "Remove the description",
                        GraphRows.read(sides.other()),
                        null,
                        () -> rows.change(
                                "delete from node_content where node_id = cast(:id as uuid)", Map.of("id", subject))));
            default -> throw notOffered(action);
        };
    }

    private Step again(String id) {
        Map<String, Object> told = told(id);
        boolean component = "component".equals(told.get("kind"));
        String root = nodes.rootOf((String) told.get("project_id"));
        Map<String, Object> properties = new TreeMap<>(told);
        properties.keySet().retainAll(KEPT);
        Map<String, Object> after = new TreeMap<>(properties);
        after.put("parent", root);
        return Step.of(Store.GRAPH, "Make the node again under the root of its project", null, after, () -> {
            graph.write(component ? CREATE_COMPONENT : CREATE_ISSUE, Map.of("properties", properties));
            nodes.hang(id, root);
            nodes.corrected(id, Map.of(), Map.of("parent_id", root));
        });
    }

    /** What the audit log says the node was in the end. */
    @SuppressWarnings("unchecked")
    private Map<String, Object> told(String id) {
        Map<String, Object> told = new TreeMap<>();
        rows.texts(HISTORY, Map.of("id", id))
                .forEach(entry -> told.putAll((Map<String, Object>) Json.<Map<?, ?>>read(entry, Map.class)));
        List<Object[]> light = rows.rows(LIGHT, Map.of("id", id));
        if (light.isEmpty() || !told.containsKey("kind")) {
            throw ProblemException.conflict("The audit log does not tell what the node was.");
        }
        told.put("status", light.get(0)[0]);
        told.put("assignee_id", light.get(0)[1]);
        told.values().removeIf(java.util.Objects::isNull);
        return told;
    }
}
