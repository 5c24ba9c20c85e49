package io.strata.reconciliation.disagreements;

import io.strata.audit.AuditLog;
import io.strata.common.ProblemException;
import io.strata.events.DomainEvent;
import io.strata.events.Events;
import io.strata.graph.NodeEntries;
import io.strata.graph.NodeZones;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The nodes of the tree as repairs see and change them; those in the trash are nodes like any other. */
@ApplicationScoped
class GraphNodes {

    private static final String STATES =
            GraphRows.NODES + "RETURN key, labels(n) AS labels, properties(n) AS properties";
    private static final String FAMILY = GraphRows.NODES + """
            WITH key, n WHERE n:Node
            RETURN key, n {.id, .project_id, .short_id, .title,
              parents: COLLECT { MATCH (p)-[:HAS_CHILD]->(n) RETURN p {.id, .project_id, .short_id} ORDER BY p.id }}
              AS family
            """;

    /** Taking a property that nobody else uses away again leaves nothing but the lock. */
    private static final String LOCK = GraphRows.NODES + "SET n.reconciled = true REMOVE n.reconciled";

    private static final String CHANGE = GraphRows.NODES + "SET n += $changes, n.updated_at = toString(datetime())";
    private static final String REMOVE = GraphRows.NODES + "DETACH DELETE n";
    private static final String CHILDREN = GraphRows.NODES + "RETURN COUNT { (n)-[:HAS_CHILD]->() } AS children";
    private static final String HANG = """
            MATCH (parent:Node {id: $parent}), (n:Node {id: $id})
            OPTIONAL MATCH ()-[old:HAS_CHILD]->(n)
            DELETE old
            WITH DISTINCT parent, n
            CREATE (parent)-[:HAS_CHILD]->(n)
            RETURN n.id AS id
            """;

    @Inject
    Graph graph;

    @Inject
    NodeZones zones;

    @Inject
    NodeEntries entries;

    @Inject
    Rows rows;

    @Inject
    AuditLog audit;

    @Inject
    Events events;

    /** Labels and properties by id; nodes that do not exist are absent. */
    Map<String, String> states(Collection<String> ids) {
        return GraphRows.states(graph.read(STATES, keys(ids)));
    }

    /** Of nodes that are not in the trash: what they are called, whose they are and where they hang. */
    Map<String, Map<String, Object>> families(Collection<String> ids) {
        Map<String, Map<String, Object>> families = new HashMap<>();
        graph.read(FAMILY, keys(ids))
                .forEach(row -> families.put((String) row.get("key"), GraphRows.map(row, "family")));
        return families;
    }

    /** Keeps other writers of a node waiting until the transaction ends. */
    void lock(String id) {
        graph.write(LOCK, keys(List.of(id)));
    }

    void change(String id, Map<String, Object> changes) {
        graph.write(CHANGE, Map.of("keys", List.of(id), "changes", changes));
        entries.rewrite(List.of(id));
    }

    void remove(String id) {
        graph.write(REMOVE, keys(List.of(id)));
    }

    /**
     * Requires that nothing hangs under a node.
     *
     * @throws ProblemException conflict, when something does
     */
    void requireLeaf(String id) {
        boolean leaf = graph.read(CHILDREN, keys(List.of(id))).stream()
                .allMatch(row -> Long.valueOf(0).equals(row.get("children")));
        if (!leaf) {
            throw ProblemException.conflict("Other nodes hang under this one; mend or move them first.");
        }
    }

    /** Hangs a node under one other and nowhere else. */
    void hang(String id, String parent) {
        if (graph.write(HANG, Map.of("id", id, "parent", parent)).isEmpty()) {
            throw ProblemException.conflict("The node under which it would hang does not exist.");
        }
        zones.follow(UUID.fromString(id), UUID.fromString(parent));
        entries.rewrite(List.of(id));
    }

    /**
     * The node that is the root of a project according to the project's row, and exists in the graph.
     *
     * @throws ProblemException conflict, when there is none
     */
    String rootOf(String project) {
        List<String> root = rows.texts(
                "select cast(root_id as text) from project where cast(id as text) = :project",
                Map.of("project", project == null ? "" : project));
        if (root.isEmpty()) {
            throw ProblemException.conflict("The project of this node does not exist.");
        }
        if (states(root).isEmpty()) {
            throw ProblemException.conflict("The root of its project is missing; mend that first.");
        }
        return root.get(0);
    }

    /** Notes in the node's own history, and tells listeners, that a repair has changed it. */
    void corrected(String id, Map<String, ?> before, Map<String, ?> after) {
        Map<?, ?> properties = properties(id);
        UUID node = UUID.fromString(id);
        UUID workspace = identifier(properties, "workspace_id");
        audit.record("node.corrected", "node", node, workspace, before, after);
        Map<String, Object> data = new HashMap<>();
        for (String name : List.of("short_id", "title")) {
            if (properties.get(name) != null) {
                data.put(name, properties.get(name));
            }
        }
        data.put("fields", new ArrayList<>(before.keySet()));
        events.publish(DomainEvent.now("node.changed", workspace, identifier(properties, "project_id"), node, data));
    }

    private Map<?, ?> properties(String id) {
        String state = states(List.of(id)).get(id);
        return state == null ? Map.of() : properties(state, "properties");
    }

    /** The properties in a state. */
    static Map<?, ?> properties(String state, String name) {
        return (Map<?, ?>) GraphRows.read(state).get(name);
    }

    /** An identifier among properties; {@code null} when there is none. */
    static UUID identifier(Map<?, ?> properties, String name) {
        Object value = properties.get(name);
        return value == null ? null : UUID.fromString((String) value);
    }

    private static Map<String, Object> keys(Collection<String> ids) {
        return Map.of("keys", List.copyOf(ids));
    }
}
