package io.strata.graph;

import io.strata.access.Rights;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Artifacts in Neo4j. Those that stand for documents are made and removed by the documents. */
@ApplicationScoped
class ArtifactRepository {

    /** The rights are those to read documents. */
    static final String VISIBLE = "(a.file_ref IS NULL OR %s)";

    private static final String CREATE = """
            MATCH (n:Node {id: $node})
            CREATE (n)-[:HAS_ARTIFACT]->(a:Artifact)
            SET a = $properties
            RETURN a {.*} AS artifact
            """;

    private static final String FIND = """
            MATCH (n:Node)-[:HAS_ARTIFACT]->(a:Artifact {id: $id})
            WHERE %s AND %s
            RETURN a {.*} AS artifact, n.id AS node
            """.formatted(Rights.seen("n"), VISIBLE.formatted(Rights.permitted("n")));

    private static final String LIST = """
            MATCH (n:Node {id: $node})-[:HAS_ARTIFACT]->(a:Artifact)
            WHERE a.id > $after AND %s
            RETURN a {.*} AS artifact ORDER BY a.id LIMIT $limit
            """.formatted(VISIBLE.formatted(Rights.permitted("n")));

    /** The first clause takes the lock, so that what is read after it is the true state before. */
    private static final String CHANGE = """
            MATCH (:Node {id: $node})-[:HAS_ARTIFACT]->(a:Artifact {id: $id})
            SET a.updated_at = $now
            WITH a, a {.*} AS before
            SET a += $changes
            RETURN a {.*} AS artifact, before
            """;

    private static final String DELETE = """
            MATCH (:Node {id: $node})-[:HAS_ARTIFACT]->(a:Artifact {id: $id})
            WITH a, a {.*} AS artifact
            DETACH DELETE a
            RETURN artifact
            """;

    /** An artifact, and the node that it hangs on. */
    record Found(ArtifactView artifact, String node) {}

    /** An artifact before and after a change. */
    record Changed(ArtifactView before, ArtifactView after) {}

    @Inject
    Graph graph;

    ArtifactView create(UUID node, Map<String, Object> properties) {
        Map<String, Object> parameters = Map.of("node", node.toString(), "properties", properties);
        return artifact(graph.write(CREATE, parameters).get(0));
    }

    /** One that the caller sees. */
    Optional<Found> find(UUID id, Rights rights) {
        return graph.read(FIND, rights.with(Map.of("id", id.toString()))).stream()
                .findFirst()
                .map(row -> new Found(artifact(row), (String) row.get("node")));
    }

    /** Those of a node that the caller sees, in the order of their making. */
    List<ArtifactView> list(UUID node, String after, int limit, Rights rights) {
        Map<String, Object> parameters =
                Map.of("node", node.toString(), "after", after == null ? "" : after, "limit", limit);
        return graph.read(LIST, rights.with(parameters)).stream()
                .map(ArtifactRepository::artifact)
                .toList();
    }

    /** Empty when it is gone meanwhile. */
    Optional<Changed> change(UUID node, UUID id, Map<String, Object> changes, String now) {
        Map<String, Object> parameters =
                Map.of("node", node.toString(), "id", id.toString(), "changes", changes, "now", now);
        return graph.write(CHANGE, parameters).stream()
                .findFirst()
                .map(row -> new Changed(ArtifactView.of((Map<?, ?>) row.get("before")), artifact(row)));
    }

    /** Empty when it is gone meanwhile. */
    Optional<ArtifactView> delete(UUID node, UUID id) {
        return graph.write(DELETE, Map.of("node", node.toString(), "id", id.toString())).stream()
                .findFirst()
                .map(ArtifactRepository::artifact);
    }

    private static ArtifactView artifact(Map<String, Object> row) {
        return ArtifactView.of((Map<?, ?>) row.get("artifact"));
    }
}
