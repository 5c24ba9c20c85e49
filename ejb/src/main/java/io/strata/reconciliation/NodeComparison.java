package io.strata.reconciliation;

import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Nodes of the graph (left), those in the trash as well, and their contents in PostgreSQL (right). */
@ApplicationScoped
class NodeComparison implements Comparison {

    private static final String NODE_KEYS = """
            CALL () {
              MATCH (n:Node) WHERE n.id > $after RETURN n.id AS key ORDER BY n.id LIMIT $limit
              UNION
              MATCH (n:Trashed) WHERE n.id > $after RETURN n.id AS key ORDER BY n.id LIMIT $limit
            }
            RETURN key ORDER BY key LIMIT $limit
            """;
    private static final String NODES = """
            MATCH (n:Node) WHERE n.id IN $keys RETURN n.id AS key, labels(n) AS labels, properties(n) AS properties
            UNION
            MATCH (n:Trashed) WHERE n.id IN $keys RETURN n.id AS key, labels(n) AS labels, properties(n) AS properties
            """;
    private static final String CONTENT_KEYS = """
            select cast(node_id as text) from node_content where node_id > cast(:after as uuid)
            order by node_id limit :limit
            """;
    private static final String CONTENTS = """
            select cast(node_id as text), cast(to_jsonb(c) as text) from node_content c
            where node_id = any(cast(:keys as uuid[]))
            """;

    @Inject
    Graph graph;

    @Inject
    Rows rows;

    @Override
    public String name() {
        return "nodes";
    }

    @Override
    public List<String> keys(Side side, String after, int limit) {
        return side == Side.LEFT
                ? GraphRows.keys(graph.read(NODE_KEYS, Map.of("after", after, "limit", limit)))
                : rows.keys(CONTENT_KEYS, after.isEmpty() ? Rows.FIRST_UUID : after, limit);
    }

    @Override
    public Map<String, String> read(Side side, Collection<String> keys) {
        return side == Side.LEFT
                ? GraphRows.states(graph.read(NODES, Map.of("keys", List.copyOf(keys))))
                : rows.states(CONTENTS, keys);
    }

    @Override
    public FindingKind whenOnlyIn(Side side) {
        return side == Side.LEFT ? FindingKind.NODE_WITHOUT_CONTENT : FindingKind.CONTENT_WITHOUT_NODE;
    }
}
