package io.strata.graph;

import io.strata.access.Rights;
import io.strata.access.Visibility;
import io.strata.common.ProblemException;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Components and issues in Neo4j. */
@ApplicationScoped
class NodeRepository {

    private static final String CREATE_PROJECT = """
            CREATE (p:Project {id: $id, workspace_id: $workspace, root_id: $root, key: $key})
            """;

    private static final String COUNT_UP_TO_TWO = """
            MATCH (n:Node) WHERE n.project_id = $project
            WITH n LIMIT 2
            RETURN count(n) AS nodes
            """;

    private static final List<String> REMOVE_PROJECT = List.of(
            """
            MATCH (n:Trashed) WHERE n.project_id = $project
            OPTIONAL MATCH (n)-[:HAS_ARTIFACT]->(a:Artifact)
            DETACH DELETE a, n
            """,
            "MATCH (c:Cycle) WHERE c.project_id = $project DETACH DELETE c",
            """
            MATCH (n:Node) WHERE n.project_id = $project
            OPTIONAL MATCH (n)-[:HAS_ARTIFACT]->(a:Artifact)
            DETACH DELETE a, n
            """,
            "MATCH (p:Project {id: $project}) DETACH DELETE p");

    private static final String LINK_TO_PARENT = """
            MATCH (parent:Node {id: $parent, project_id: $project}), (child:Node {id: $child})
            WHERE %s
            CREATE (parent)-[:HAS_CHILD]->(child)
            SET child.zone_id = parent.subtree_zone_id, child.subtree_zone_id = parent.subtree_zone_id
            RETURN CASE WHEN parent:Component THEN 'component' ELSE 'issue' END AS kind,
              %s AS permitted, parent.subtree_zone_id AS zone
            """.formatted(Rights.seen("parent"), Rights.permitted("parent"));

    static final String REFERENCE =
            "{.id, .short_id, .title, .status, kind: CASE WHEN %1$s:Component THEN 'component' ELSE 'issue' END}";

    private static final String REFERENCES = "MATCH (n:Node) WHERE n.id IN $ids AND " + Visibility.of("n")
            + " RETURN n " + REFERENCE.formatted("n") + " AS node";

    private static final String BY_ID = "MATCH (n:Node {id: $id}) ";

    private static final String BY_SHORT_ID = "MATCH (n:Node {short_id: $id}) ";

    private static final String PLAIN =
            "RETURN n {.*, kind: CASE WHEN n:Component THEN 'component' ELSE 'issue' END}" + " AS node";

    private static final String SEEN = "WHERE " + Rights.seen("n") + " ";

    private static final String VIEWS = "MATCH (n:Node) WHERE n.id IN $ids AND " + Visibility.of("n") + " " + PLAIN;

    private static final String FOUND = PLAIN + ", " + Rights.permitted("n") + " AS permitted";

    /** Documents among the artifacts are for whom the second condition is true. */
    private static final String CONTEXT = PLAIN
            + """
            ,
              [path = (ancestor:Node)-[:HAS_CHILD*1..]->(n) WHERE %s |
                {distance: length(path), node: ancestor %s}] AS path,
              COLLECT {
                MATCH (n)-[:HAS_CHILD]->(child:Node) WHERE %s RETURN child %s ORDER BY child.id LIMIT 100
              } AS children,
              COUNT { MATCH (n)-[:HAS_CHILD]->(child:Node) WHERE %3$s } AS child_count,
              COLLECT {
                MATCH (n)-[:HAS_ARTIFACT]->(a:Artifact) WHERE %s RETURN a {.*} ORDER BY a.id LIMIT 100
              } AS artifacts,
              COLLECT { %s } AS links
            """.formatted(
                            Rights.seen("ancestor"),
                            REFERENCE.formatted("ancestor"),
                            Rights.seen("child"),
                            REFERENCE.formatted("child"),
                            ArtifactRepository.VISIBLE.formatted(Rights.permitted("n")),
                            LinkRepository.OF_NODE);

    /** The first clause takes the node's lock, so that what is read after it is the true state before. */
    private static final String CHANGE = """
            MATCH (n:Node {id: $id})
            SET n.updated_at = $now
            WITH n, properties(n) AS before
            SET n += $changes
            RETURN n {.*, kind: CASE WHEN n:Component THEN 'component' ELSE 'issue' END} AS node, before
            """;

    @Inject
    Graph graph;

    void createProject(Project project) {
        graph.write(
                CREATE_PROJECT,
                Map.of(
                        "id", project.id().toString(),
                        "workspace", project.workspaceId().toString(),
                        "root", project.rootId().toString(),
                        "key", project.key()));
    }

    /** Whether a project has no node but its root, those in the trash not counted. */
    boolean isBare(UUID project) {
        return (Long) graph.read(COUNT_UP_TO_TWO, Map.of("project", project.toString()))
                        .get(0)
                        .get("nodes")
                < 2;
    }

    /** Removes a project with its root, its trash and its cycles. */
    void removeProject(UUID project) {
        REMOVE_PROJECT.forEach(statement -> graph.write(statement, Map.of("project", project.toString())));
    }

    void create(Node node) {
        graph.session().save(node, 0);
    }

    /**
     * Where a node hangs now.
     *
     * @param permitted whether the caller may hang something there
     * @param zoneId the zone that it is in thereby; {@code null} when it is in none
     */
    record Hung(NodeKind parent, boolean permitted, UUID zoneId) {}

    /**
     * A node that the caller sees.
     *
     * @param permitted whether they may do with it what was asked for
     */
    record Found(NodeView node, boolean permitted) {}

    /**
     * Hangs a node under another of the same project, in one round trip with the question whether that one exists.
     *
     * @return empty when the project has no such node that the caller sees, and nothing was done
     */
    Optional<Hung> hang(UUID child, UUID parent, UUID project, Rights rights) {
        Map<String, Object> ends =
                Map.of("parent", parent.toString(), "child", child.toString(), "project", project.toString());
        return first(graph.write(LINK_TO_PARENT, rights.with(ends)))
                .map(row -> new Hung(
                        NodeKind.valueOf(((String) row.get("kind")).toUpperCase(Locale.ROOT)),
                        (Boolean) row.get("permitted"),
                        identifier(row, "zone")));
    }

    List<NodeReference> references(Collection<UUID> ids, Visibility visible) {
        Map<String, Object> parameters =
                Map.of("ids", ids.stream().map(UUID::toString).toList());
        return graph.read(REFERENCES, visible.with(parameters)).stream()
                .map(row -> NodeReference.of((Map<?, ?>) row.get("node")))
                .toList();
    }

    /** Those of some nodes that are visible. */
    List<NodeView> views(Collection<UUID> ids, Visibility visible) {
        Map<String, Object> parameters =
                Map.of("ids", ids.stream().map(UUID::toString).toList());
        return graph.read(VIEWS, visible.with(parameters)).stream()
                .map(NodeRepository::node)
                .toList();
    }

    /** Whether there is a node, and it is not in the trash. */
    boolean exists(UUID id) {
        return !graph.read(BY_ID + "RETURN n.id AS id", Map.of("id", id.toString()))
                .isEmpty();
    }

    /** A node that the caller sees; empty when there is none, or it is hidden from them. */
    Optional<Found> find(String idOrShortId, Rights rights) {
        return first(graph.read(match(idOrShortId) + SEEN + FOUND, rights.with(Map.of("id", idOrShortId))))
                .map(row -> new Found(node(row), (Boolean) row.get("permitted")));
    }

    /** A node with what hangs together with it; its artifacts are there if the rights' action allows it. */
    Optional<Map<String, Object>> context(String idOrShortId, Rights rights) {
        return first(graph.read(match(idOrShortId) + SEEN + CONTEXT, rights.with(Map.of("id", idOrShortId))));
    }

    /**
     * Changes light properties; a {@code null} value removes the property.
     *
     * @throws ProblemException not found, when the node has gone meanwhile
     */
    Map<String, Object> change(UUID id, Map<String, Object> changes) {
        Map<String, Object> parameters =
                Map.of("id", id.toString(), "now", Instant.now().toString(), "changes", changes);
        return first(graph.write(CHANGE, parameters)).orElseThrow(() -> ProblemException.notFound("node"));
    }

    static NodeView node(Map<String, Object> row) {
        return view((Map<?, ?>) row.get("node"));
    }

    @SuppressWarnings("unchecked")
    static NodeView view(Map<?, ?> properties) {
        NodeKind kind = NodeReference.of(properties).kind();
        return new NodeView(
                identifier(properties, "id"),
                kind,
                (String) properties.get("short_id"),
                identifier(properties, "project_id"),
                identifier(properties, "workspace_id"),
                (String) properties.get("title"),
                (String) properties.get("status"),
                properties.get("labels") == null ? List.of() : (List<String>) properties.get("labels"),
                identifier(properties, "assignee_id"),
                kind == NodeKind.ISSUE ? Priority.stored((String) properties.get("priority")) : null,
                number(properties.get("estimate")),
                properties.get("due_date") == null ? null : LocalDate.parse((String) properties.get("due_date")),
                identifier(properties, "cycle_id"),
                identifier(properties, "created_by"),
                Instant.parse((String) properties.get("created_at")),
                Instant.parse((String) properties.get("updated_at")));
    }

    private static String match(String idOrShortId) {
        return isShortId(idOrShortId) ? BY_SHORT_ID : BY_ID;
    }

    /** Whether a text that names a node can only be a short id. */
    static boolean isShortId(String idOrShortId) {
        return idOrShortId.length() != 36;
    }

    private static Optional<Map<String, Object>> first(List<Map<String, Object>> rows) {
        return rows.stream().findFirst();
    }

    private static UUID identifier(Map<?, ?> properties, String name) {
        Object value = properties.get(name);
        return value == null ? null : UUID.fromString((String) value);
    }

    private static Double number(Object value) {
        return value == null ? null : ((Number) value).doubleValue();
    }
}
