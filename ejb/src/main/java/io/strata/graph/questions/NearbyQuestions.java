package io.strata.graph.questions;

import io.strata.access.Action;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.access.Visibility;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.graph.NodeKind;
import io.strata.graph.NodeReference;
import io.strata.graph.NodeService;
import io.strata.graph.NodeView;
import io.strata.graph.ProjectWorkflows;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is connected with a node: its neighbours, what depends on it, and the way to another. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class NearbyQuestions {

    private static final Bound HOPS = new Bound("hops", 1, 5);
    private static final Bound NEIGHBOURS = new Bound("limit", Page.MAXIMUM_LIMIT, 1000);
    private static final Bound DEPTH = new Bound("depth", 5, 20);
    private static final Bound IMPACTED = new Bound("limit", Page.MAXIMUM_LIMIT, 1000);
    private static final int MAXIMUM_EDGES = 10_000;

    private static final String NEXT_NEIGHBOURS = """
            UNWIND $frontier AS id
            MATCH (n:Node {id: id})-[:%s]-(m:Node)
            WHERE NOT m.id IN $seen AND %s
            WITH m, min(n.id) AS via ORDER BY m.id LIMIT $limit
            RETURN %s AS node, via ORDER BY m.id
            """;

    /** The second condition stands behind {@code WITH}, so that both ends are never looked up one by one. */
    private static final String EDGES_AMONG = """
            UNWIND $ids AS id
            MATCH (source:Node {id: id})-[link:%s]->(target:Node)
            WITH source, link, target
            WHERE target.id IN $ids
            RETURN %s AS edge LIMIT $limit
            """;

    private static final String NEXT_DEPENDENTS = """
            UNWIND $frontier AS id
            MATCH (n:Node {id: id})
            CALL (n) {
              MATCH (n)<-[:DEPENDS_ON|IMPORTS|CALLS_API]-(m:Node) RETURN m
              UNION
              MATCH (n)-[:SHARES_DB]-(m:Node) RETURN m
            }
            WITH n, m
            WHERE NOT m.id IN $seen AND %s
            WITH m, min(n.id) AS via ORDER BY m.id LIMIT $limit
            RETURN %s AS node, via,
              COUNT {
                MATCH (m) (()-[:HAS_CHILD]->(:Issue))+ (issue:Node)
                WHERE %s AND %s
              } AS open_issues
            ORDER BY m.id
            """.formatted(
                    Visibility.of("m"),
                    NodeReference.projection("m"),
                    ProjectWorkflows.isOpen("issue"),
                    Visibility.of("issue"));

    /** What may not be seen is left out while the way is sought, not afterwards: there may be another one. */
    private static final String WAY = """
            MATCH (from:Node {id: $from}), (to:Node {id: $to})
            MATCH way = SHORTEST 1 (from) ((a:Node)-[:%s]-(b:Node) WHERE %s AND %s)+ (to)
            RETURN [step IN nodes(way) | %s] AS nodes,
              [link IN relationships(way) |
                {type: type(link), source: startNode(link).id, target: endNode(link).id}] AS edges
            """;

    @Inject
    Policy policy;

    @Inject
    NodeService nodes;

    @Inject
    ProjectWorkflows workflows;

    @Inject
    Graph graph;

    /**
     * The nodes around a node, in whichever direction edges point.
     *
     * @param hops over how many edges, 1 to 5; 1 when {@code null}
     * @param layers which edges; all layers when {@code null}
     * @param limit how many nodes, 1 to 1000; 200 when {@code null}
     */
    @Requires(Action.NODE_READ)
    public NeighboursView neighbours(String idOrShortId, Integer hops, String layers, Integer limit) {
        NodeView node = nodes.require(idOrShortId, Action.NODE_READ);
        Layers wanted = Layers.read(layers, Layers.ALL);
        int farthest = HOPS.of(hops);
        int most = NEIGHBOURS.of(limit);
        Visibility visibility = policy.visibility(Action.NODE_READ);
        String step = NEXT_NEIGHBOURS.formatted(wanted.pattern(), Visibility.of("m"), NodeReference.projection("m"));
        Spread spread = new Spread(graph, visibility, step, Map.of());
        spread.from(node.id(), farthest, most);
        List<ReachedNode> reached =
                spread.rows().stream().map(Spread.Row::reached).toList();
        List<GraphEdge> edges = edgesAmong(node, reached, wanted);
        boolean tooMany = edges.size() > MAXIMUM_EDGES;
        return new NeighboursView(
                NodeReference.to(node),
                reached,
                tooMany ? edges.subList(0, MAXIMUM_EDGES) : edges,
                tooMany || spread.truncated());
    }

    /**
     * The components that depend on a component, on such a one, and so on: that depend on it, import it, call it, or
     * share a database with it.
     *
     * @param depth over how many edges, 1 to 20; 5 when {@code null}
     * @param limit how many components, 1 to 1000; 200 when {@code null}
     * @throws ProblemException validation, when the node is an issue
     */
    @Requires(Action.NODE_READ)
    public ImpactView impact(String idOrShortId, Integer depth, Integer limit) {
        NodeView node = nodes.require(idOrShortId, Action.NODE_READ);
        if (node.kind() != NodeKind.COMPONENT) {
            throw ProblemException.validation("node", "must be a component: nothing depends on an issue");
        }
        int farthest = DEPTH.of(depth);
        int most = IMPACTED.of(limit);
        Spread spread = new Spread(
                graph,
                policy.visibility(Action.NODE_READ),
                NEXT_DEPENDENTS,
                Map.of("closed", workflows.closed(node.workspaceId())));
        spread.from(node.id(), farthest, most);
        List<ImpactView.Impacted> items = spread.rows().stream()
                .map(row -> new ImpactView.Impacted(
                        row.reached(), (Long) row.answer().get("open_issues")))
                .toList();
        long openIssues =
                items.stream().mapToLong(ImpactView.Impacted::openIssues).sum();
        return new ImpactView(NodeReference.to(node), items, openIssues, spread.truncated());
    }

    /**
     * A shortest way between two nodes, in whichever direction edges point, through nothing that the caller may not see.
     *
     * @param layers over which edges; all layers when {@code null}
     */
    @Requires(Action.NODE_READ)
    public PathView path(String from, String to, String layers) {
        requireNamed("from", from);
        requireNamed("to", to);
        NodeView begin = nodes.require(from, Action.NODE_READ);
        NodeView end = nodes.require(to, Action.NODE_READ);
        Layers wanted = Layers.read(layers, Layers.ALL);
        if (begin.id().equals(end.id())) {
            return new PathView(List.of(NodeReference.to(begin)), List.of());
        }
        String cypher = WAY.formatted(
                wanted.pattern(), Visibility.of("a"), Visibility.of("b"), NodeReference.projection("step"));
        Map<String, Object> parameters =
                Map.of("from", begin.id().toString(), "to", end.id().toString());
        return graph.read(cypher, policy.visibility(Action.NODE_READ).with(parameters)).stream()
                .findFirst()
                .map(NearbyQuestions::path)
                .orElseGet(() -> new PathView(List.of(), List.of()));
    }

    private List<GraphEdge> edgesAmong(NodeView node, List<ReachedNode> reached, Layers layers) {
        List<String> ids = new ArrayList<>(List.of(node.id().toString()));
        reached.forEach(one -> ids.add(one.node().id().toString()));
        String cypher = EDGES_AMONG.formatted(layers.pattern(), GraphEdge.PROJECTION);
        return graph.read(cypher, Map.of("ids", ids, "limit", MAXIMUM_EDGES + 1)).stream()
                .map(row -> GraphEdge.of((Map<?, ?>) row.get("edge")))
                .toList();
    }

    private static PathView path(Map<String, Object> row) {
        List<NodeReference> steps = ((List<?>) row.get("nodes"))
                .stream().map(step -> NodeReference.of((Map<?, ?>) step)).toList();
        return new PathView(steps, GraphEdge.list(row.get("edges")));
    }

    private static void requireNamed(String field, String value) {
        if (value == null || value.isBlank()) {
            throw ProblemException.validation(field, "is required");
        }
    }
}
