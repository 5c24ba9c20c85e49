package io.strata.graph;

import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which statuses issues have in Neo4j, those in the trash included: they may come back. */
@ApplicationScoped
class StatusRepository {

    private static final String COUNT = """
            MATCH (n:Issue {project_id: $project, status: $status})
            WITH n LIMIT $limit
            RETURN count(n) AS issues
            """;

    private static final String REPLACE = """
            MATCH (n:Issue {project_id: $project, status: $from})
            SET n.status = $to, n.updated_at = $now
            RETURN %s AS node, n:Node AS living
            """.formatted(NodeView.projection("n"));

    /**
     * An issue whose status was replaced.
     *
     * @param living whether it is not in the trash
     */
    record Replaced(NodeView issue, boolean living) {}

    @Inject
    Graph graph;

    /** How many issues have a status; no more than a limit are counted. */
    long count(UUID project, String status, int limit) {
        Map<String, Object> parameters = Map.of("project", project.toString(), "status", status, "limit", limit);
        return (Long) graph.read(COUNT, parameters).get(0).get("issues");
    }

    /** Gives the issues that have one status another. */
    List<Replaced> replace(UUID project, String from, String to) {
        Map<String, Object> parameters = Map.of(
                "project",
                project.toString(),
                "from",
                from,
                "to",
                to,
                "now",
                Instant.now().toString());
        return graph.write(REPLACE, parameters).stream()
                .map(row -> new Replaced(NodeView.of((Map<?, ?>) row.get("node")), (Boolean) row.get("living")))
                .toList();
    }
}
