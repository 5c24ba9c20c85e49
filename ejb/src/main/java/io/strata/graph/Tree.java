package io.strata.graph;

import io.strata.access.Rights;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where nodes hang, in Neo4j. */
@ApplicationScoped
class Tree {

    private static final String PLACE =
            """
            MATCH (n:Node {id: $id})
            OPTIONAL MATCH (parent:Node)-[:HAS_CHILD]->(n)
            OPTIONAL MATCH (target:Node {id: $target, project_id: n.project_id}) WHERE %1$s
            RETURN n {.*, kind: CASE WHEN n:Component THEN 'component' ELSE 'issue' END} AS node, parent.id AS parent,
              CASE WHEN target:Component THEN 'component' WHEN target:Issue THEN 'issue' END AS target_kind,
              COLLECT {
                MATCH upwards = (step:Node)-[:HAS_CHILD*0..]->(target)
                RETURN step {.id, short_id: CASE WHEN %3$s THEN step.short_id ELSE '%4$s' END} ORDER BY length(upwards)
              } AS upwards,
              coalesce(target IS NOT NULL AND %2$s, false) AS permitted,
              coalesce(n.subtree_zone_id, '') <> coalesce(target.subtree_zone_id, '') AS other_zone
            LIMIT 1
            """.formatted(Rights.seen("target"), Rights.permitted("target"), Rights.seen("step"), ShortIdPath.HIDDEN);

    private static final String REHANG = """
            MATCH (n:Node {id: $id}), (target:Node {id: $target})
            SET n.updated_at = $now
            WITH n, target
            CALL (n) { MATCH ()-[old:HAS_CHILD]->(n) DELETE old }
            CREATE (target)-[:HAS_CHILD]->(n)
            RETURN n {.*, kind: CASE WHEN n:Component THEN 'component' ELSE 'issue' END} AS node
            """;

    /** A node on the way from another up to the root. */
    record Step(UUID id, String shortId) {}

    /**
     * Where a node hangs, and where it could.
     *
     * @param parent {@code null} for a root
     * @param targetKind {@code null} when the project has no such target that the caller sees
     * @param permitted whether the caller may hang something under the target
     * @param otherZone whether other rules count under the target than where the node is
     * @param upwards from the target, which is the first, up to the root
     */
    record Place(
            NodeView node,
            UUID parent,
            NodeKind targetKind,
            List<Step> upwards,
            boolean permitted,
            boolean otherZone) {}

    @Inject
    Graph graph;

    /** Empty when there is no such node. */
    Optional<Place> place(UUID node, UUID target, Rights rights) {
        return graph.read(PLACE, rights.with(Map.of("id", node.toString(), "target", target.toString()))).stream()
                .findFirst()
                .map(Tree::place);
    }

    /** Hangs a node under another and under no one else. */
    NodeView rehang(UUID node, UUID target) {
        Map<String, Object> parameters = Map.of(
                "id",
                node.toString(),
                "target",
                target.toString(),
                "now",
                Instant.now().toString());
        return NodeRepository.node(graph.write(REHANG, parameters).get(0));
    }

    private static Place place(Map<String, Object> row) {
        String parent = (String) row.get("parent");
        String targetKind = (String) row.get("target_kind");
        List<Step> upwards = ((List<?>) row.get("upwards"))
                .stream()
                        .map(step -> (Map<?, ?>) step)
                        .map(step -> new Step(UUID.fromString((String) step.get("id")), (String) step.get("short_id")))
                        .toList();
        return new Place(
                NodeRepository.node(row),
                parent == null ? null : UUID.fromString(parent),
                targetKind == null ? null : NodeKind.valueOf(targetKind.toUpperCase(Locale.ROOT)),
                upwards,
                (Boolean) row.get("permitted"),
                (Boolean) row.get("other_zone"));
    }
}
