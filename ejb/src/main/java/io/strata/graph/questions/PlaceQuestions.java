package io.strata.graph.questions;

import io.strata.access.Action;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.access.Visibility;
import io.strata.common.Page;
import io.strata.graph.NodeReference;
import io.strata.graph.NodeService;
import io.strata.graph.NodeView;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where a node stands in its tree: what is below it and what is above. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class PlaceQuestions {

    /** How deep a question looks below a node. */
    private static final int DEEPEST = 100;

    private static final Bound DEPTH = new Bound("depth", DEEPEST, DEEPEST);
    private static final Bound ROWS = new Bound("limit", Page.MAXIMUM_LIMIT, 1000);
    private static final int MAXIMUM_EDGES = 10_000;
    private static final int MAXIMUM_ANCESTORS = 1000;

    private static final String ANCESTORS =
            """
            MATCH (n:Node {id: $id})
            MATCH upwards = (ancestor:Node)-[:HAS_CHILD*1..]->(n)
            WHERE %s
            WITH ancestor, length(upwards) AS distance ORDER BY distance LIMIT $limit
            RETURN %s AS node ORDER BY distance DESC
            """.formatted(Visibility.of("ancestor"), NodeReference.projection("ancestor"));

    @Inject
    Policy policy;

    @Inject
    NodeService nodes;

    @Inject
    SubtreeWalk walk;

    @Inject
    Graph graph;

    /**
     * What hangs below a node, a part at a time.
     *
     * @param depth how far below to look, 1 to 100; 100 when {@code null}
     * @param layers whose edges to add; none when {@code null}
     * @param limit how many nodes a part has, 1 to 1000; 200 when {@code null}
     */
    @Requires(Action.NODE_READ)
    public SubtreeView subtree(String idOrShortId, Integer depth, String layers, String cursor, Integer limit) {
        NodeView root = nodes.require(idOrShortId, Action.NODE_READ);
        int deepest = DEPTH.of(depth);
        int rows = ROWS.of(limit);
        Layers wanted = Layers.read(layers, Layers.NONE);
        SubtreeCursor before = cursor == null ? null : SubtreeCursor.read(cursor, deepest);
        Visibility visibility = policy.visibility(Action.NODE_READ);
        List<SubtreeWalk.Start> starts =
                before == null ? List.of(new SubtreeWalk.Start(root.id(), "", 1)) : before.starts(root.id(), deepest);
        List<SubtreeRow> found = walk.rows(starts, deepest, rows + 1, visibility);
        List<SubtreeRow> items = found.size() > rows ? found.subList(0, rows) : found;
        String next = found.size() > rows ? SubtreeCursor.after(before, items) : null;
        List<GraphEdge> edges = edges(root, items, before == null, deepest, wanted, visibility);
        boolean truncated = edges.size() > MAXIMUM_EDGES;
        return new SubtreeView(
                NodeReference.to(root),
                List.copyOf(items),
                truncated ? edges.subList(0, MAXIMUM_EDGES) : edges,
                truncated,
                next);
    }

    /** The nodes above a node that the caller may see, from the root down to the parent: the nearest thousand. */
    @Requires(Action.NODE_READ)
    public List<NodeReference> ancestors(String idOrShortId) {
        NodeView node = nodes.require(idOrShortId, Action.NODE_READ);
        Map<String, Object> parameters = Map.of("id", node.id().toString(), "limit", MAXIMUM_ANCESTORS);
        return graph.read(ANCESTORS, policy.visibility(Action.NODE_READ).with(parameters)).stream()
                .map(row -> NodeReference.of((Map<?, ?>) row.get("node")))
                .toList();
    }

    private List<GraphEdge> edges(
            NodeView root, List<SubtreeRow> items, boolean first, int deepest, Layers layers, Visibility visibility) {
        List<UUID> sources = new ArrayList<>();
        if (first) {
            sources.add(root.id());
        }
        items.forEach(row -> sources.add(row.node().id()));
        return layers.isEmpty() || sources.isEmpty()
                ? List.of()
                : walk.edges(sources, root.id(), deepest, layers, MAXIMUM_EDGES + 1, visibility);
    }
}
