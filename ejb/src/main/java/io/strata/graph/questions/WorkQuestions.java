package io.strata.graph.questions;

import io.strata.access.Action;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.access.Rights;
import io.strata.access.Visibility;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.graph.NodeReference;
import io.strata.graph.NodeService;
import io.strata.graph.NodeView;
import io.strata.graph.ProjectService;
import io.strata.graph.ProjectView;
import io.strata.graph.ProjectWorkflows;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What can be done below a node, and what takes longest. Issues that are blocked only by such as the caller may not see
 * count as free: anything else would tell of these.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class WorkQuestions {

    private static final int MAXIMUM_LINKED = 50_000;
    private static final int MAXIMUM_STEPS = 1000;

    /** The whole project, in the order of an index: a question that wants a few issues looks at few. */
    private static final String IN_PROJECT = """
            MATCH (n:Issue)
            USING INDEX n:Issue(project_id, id)
            WHERE n.project_id = $project AND n.id > $after AND n:Node
            """.stripTrailing();

    /**
     * What hangs below a node: the question looks at all of it. The conditions stand behind {@code WITH}, or an index
     * would tempt the planner to look upwards from every issue of the project.
     */
    private static final String BELOW = """
            MATCH (root:Node {id: $root})-[:HAS_CHILD*0..]->(n)
            WITH n
            WHERE n:Node AND n:Issue AND n.id > $after
            """.stripTrailing();

    private static final String WHOLE = "MATCH (p:Project {id: $project}) RETURN p.root_id = $root AS whole";

    private static final String OPEN = " AND " + ProjectWorkflows.isOpen("n") + " AND " + Visibility.of("n") + "\n";

    private static final String FREE =
            OPEN + """
              AND NOT EXISTS { MATCH (n)-[:HAS_CHILD]->(child:Node) WHERE %s }
              AND NOT EXISTS { MATCH (n)<-[:BLOCKS]-(blocker:Node) WHERE %s AND %s }
            """.formatted(Visibility.of("child"), ProjectWorkflows.isOpen("blocker"), Visibility.of("blocker"));

    private static final String UNBLOCKED = FREE + """
            RETURN %s AS node
            ORDER BY n.project_id, n.id LIMIT $limit
            """.formatted(NodeView.projection("n"));

    /** Days are texts that sort as they follow each other; identifiers sort by the time of their making. */
    private static final String NEXT =
            FREE + """
              AND %s AND %s
            RETURN %s AS node
            ORDER BY CASE n.priority WHEN 'urgent' THEN 0 WHEN 'high' THEN 1 WHEN 'medium' THEN 2 WHEN 'low' THEN 3 ELSE 4 END,
              coalesce(n.due_date, '9999-99-99'), n.id
            LIMIT $limit
            """.formatted(Rights.permitted("n"), Occupation.isFree("n"), NodeView.projection("n"));

    private static final String LINKED = OPEN + """
              AND EXISTS { (n)-[:BLOCKS]-() }
            RETURN n.id AS id, coalesce(n.estimate, 1.0) AS weight,
              COLLECT { MATCH (n)-[:BLOCKS]->(m:Node) RETURN m.id } AS blocks
            LIMIT $limit
            """;

    private static final String HEAVIER = OPEN + """
              AND coalesce(n.estimate, 1.0) > $length
            RETURN n.id AS id, coalesce(n.estimate, 1.0) AS weight
            ORDER BY weight DESC, id LIMIT 1
            """;

    private static final String STEPS = """
            UNWIND range(0, size($ids) - 1) AS place
            MATCH (n:Node {id: $ids[place]})
            RETURN %s AS node, n.estimate AS estimate ORDER BY place
            """.formatted(NodeReference.projection("n"));

    @Inject
    Policy policy;

    @Inject
    NodeService nodes;

    @Inject
    ProjectService projects;

    @Inject
    ProjectWorkflows workflows;

    @Inject
    Graph graph;

    /** The open issues at and below a node on which nothing hangs and which no open issue blocks, in the order of making. */
    @Requires(Action.NODE_READ)
    public Page<NodeView> unblocked(String idOrShortId, String cursor, Integer requestedLimit) {
        NodeView root = nodes.require(idOrShortId, Action.NODE_READ);
        int limit = Page.limit(requestedLimit);
        Map<String, Object> parameters = parameters(root);
        parameters.put("after", cursor == null ? "" : cursor);
        parameters.put("limit", limit + 1);
        List<NodeView> found = graph.read(scope(root) + UNBLOCKED, parameters).stream()
                .map(row -> NodeView.of((Map<?, ?>) row.get("node")))
                .toList();
        return Page.of(found, limit, node -> node.id().toString());
    }

    /**
     * Those of the unblocked issues at and below a node that the caller may change and that are free: the most urgent
     * first, then what is due first, then the oldest.
     */
    @Requires(Action.NODE_READ)
    public List<NodeView> nextBelow(String idOrShortId, Occupation occupation, int limit) {
        NodeView root = nodes.require(idOrShortId, Action.NODE_READ);
        return next(scope(root), root.id(), root.projectId(), root.workspaceId(), occupation, limit);
    }

    /** As {@link #nextBelow}, in all of a project that the caller may see. */
    @Requires(Action.NODE_READ)
    public List<NodeView> nextIn(UUID projectId, Occupation occupation, int limit) {
        ProjectView project = projects.get(projectId);
        return next(IN_PROJECT, project.rootId(), projectId, project.workspaceId(), occupation, limit);
    }

    private List<NodeView> next(
            String scope, UUID root, UUID project, UUID workspace, Occupation occupation, int limit) {
        Map<String, Object> parameters = parameters(root, project, workspace);
        occupation.addTo(parameters);
        parameters.put("limit", limit);
        return graph.read(scope + NEXT, policy.rights(Action.NODE_WRITE).with(parameters)).stream()
                .map(row -> NodeView.of((Map<?, ?>) row.get("node")))
                .toList();
    }

    /**
     * The longest chain of open issues at and below a node in which each blocks the next; a single issue counts as a
     * chain, too.
     *
     * @throws ProblemException validation, when there are more than 50,000 open issues with such links
     */
    @Requires(Action.NODE_READ)
    public CriticalPathView criticalPath(String idOrShortId) {
        NodeView root = nodes.require(idOrShortId, Action.NODE_READ);
        Map<String, Object> parameters = parameters(root);
        parameters.put("limit", MAXIMUM_LINKED + 1);
        List<Map<String, Object>> linked = graph.read(scope(root) + LINKED, parameters);
        if (linked.size() > MAXIMUM_LINKED) {
            throw ProblemException.validation(
                    "node", "has more than " + MAXIMUM_LINKED + " issues that block others; ask about a part of it");
        }
        LongestChain chains = new LongestChain();
        linked.forEach(row ->
                chains.add((String) row.get("id"), ((Number) row.get("weight")).doubleValue(), texts(row, "blocks")));
        LongestChain.Chain chain = chains.find();
        parameters.put("length", chain.length());
        return graph.read(scope(root) + HEAVIER, parameters).stream()
                .findFirst()
                .map(row -> new LongestChain.Chain(
                        List.of((String) row.get("id")), ((Number) row.get("weight")).doubleValue()))
                .map(this::view)
                .orElseGet(() -> view(chain));
    }

    private CriticalPathView view(LongestChain.Chain chain) {
        List<String> shown = chain.ids().stream().limit(MAXIMUM_STEPS).toList();
        List<CriticalPathView.Step> steps = graph.read(STEPS, Map.of("ids", shown)).stream()
                .map(row -> new CriticalPathView.Step(
                        NodeReference.of((Map<?, ?>) row.get("node")), (Double) row.get("estimate")))
                .toList();
        return new CriticalPathView(chain.length(), chain.ids().size(), steps);
    }

    private Map<String, Object> parameters(NodeView root) {
        return policy.visibility(Action.NODE_READ).with(parameters(root.id(), root.projectId(), root.workspaceId()));
    }

    private Map<String, Object> parameters(UUID root, UUID project, UUID workspace) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("root", root.toString());
        parameters.put("project", project.toString());
        parameters.put("after", "");
        parameters.put("closed", workflows.closed(workspace));
        return parameters;
    }

    /** The root of a project has everything below it, so nobody has to walk. */
    private String scope(NodeView root) {
        Map<String, Object> parameters =
                Map.of("project", root.projectId().toString(), "root", root.id().toString());
        boolean whole = graph.read(WHOLE, parameters).stream().anyMatch(row -> (Boolean) row.get("whole"));
        return whole ? IN_PROJECT : BELOW;
    }

    private static List<String> texts(Map<String, Object> row, String name) {
        return ((List<?>) row.get(name)).stream().map(String.class::cast).toList();
    }
}
