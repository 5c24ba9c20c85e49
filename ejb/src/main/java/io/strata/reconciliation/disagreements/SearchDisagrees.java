package io.strata.reconciliation.disagreements;

import io.strata.common.Json;
import io.strata.graph.NodeEntries;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A node that the search knows otherwise than it is, or not at all. */
@ApplicationScoped
class SearchDisagrees extends Disagreement {

    private static final String KNOWN = """
            select cast(c.node_id as text), cast(jsonb_strip_nulls(jsonb_build_object(
                     'short_id', e.short_id, 'title', e.title, 'labels', e.labels, 'status', e.status,
                     'assignee_id', e.assignee_id, 'parent_id', e.parent_id, 'trashed', e.trashed,
                     'foreign_zone', case when e.id is not null and e.zone_id is distinct from c.zone_id then true end)) as text)
            from node_content c left join search_entry e on e.id = c.node_id
            where c.node_id = any(cast(:keys as uuid[]))
            """;

    private static final String NODES = GraphRows.NODES + """
            RETURN key, n {.short_id, title: coalesce(n.title, ''), labels: coalesce(n.labels, []), .status, .assignee_id,
              trashed: n:Trashed} AS node, COLLECT { MATCH (p)-[:HAS_CHILD]->(n) RETURN p.id ORDER BY p.id } AS parents
            """;

    private static final String PARENT = "parent_id";

    @Inject
    Graph graph;

    @Inject
    GraphNodes nodes;

    @Inject
    Rows rows;

    @Inject
    NodeEntries entries;

    SearchDisagrees() {
        super(
                "search_disagrees",
                Store.GRAPH,
                Store.DATABASE,
                "The graph decides what a node is called, what it is and where it hangs. The search finds it by what it was,"
                        + " or not at all.",
                new Offer(
                        RepairAction.ADOPT_GRAPH,
                        "Writes what the search knows of the node anew, from the graph. Nothing else is touched."));
    }

    @Override
    public Map<String, Sides> examine(Collection<String> subjects) {
        Map<String, String> known = rows.statesById(KNOWN, subjects);
        Map<String, Sides> found = new LinkedHashMap<>();
        for (Map<String, Object> row : graph.read(NODES, Map.of("keys", List.copyOf(known.keySet())))) {
            String id = (String) row.get("key");
            TreeMap<String, Object> entry = new TreeMap<>(Json.<Map<String, Object>>read(known.get(id), Map.class));
            TreeMap<String, Object> node = new TreeMap<>(GraphRows.map(row, "node"));
            node.values().removeIf(java.util.Objects::isNull);
            parent((List<?>) row.get("parents"), entry.get(PARENT), node);
            if (!node.equals(entry)) {
                found.put(id, new Sides(Json.write(node), entry.isEmpty() ? null : Json.write(entry)));
            }
        }
        return found;
    }

    /** A node with several parents has a finding of its own; any of them will do here. */
    private static void parent(List<?> parents, Object known, Map<String, Object> node) {
        if (!parents.isEmpty()) {
            node.put(PARENT, parents.contains(known) ? known : parents.get(0));
        }
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
        return List.of(Step.of(
                Store.DATABASE,
                "Write what the search knows of the node",
                sides.other() == null ? null : GraphRows.read(sides.other()),
                GraphRows.read(sides.truth()),
                () -> entries.rewrite(List.of(subject))));
    }
}
