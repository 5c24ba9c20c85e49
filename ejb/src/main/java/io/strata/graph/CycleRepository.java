package io.strata.graph;

import io.strata.access.Visibility;
import io.strata.common.ProblemException;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Cycles in Neo4j, and which issues are planned for them: an edge {@code :IN_CYCLE} and the property {@code cycle_id} of
 * the issue always say the same.
 */
@ApplicationScoped
class CycleRepository {

    private static final String CREATE = "CREATE (c:Cycle) SET c = $properties RETURN c {.*} AS cycle";

    private static final String FIND = "MATCH (c:Cycle {id: $id}) RETURN c {.*} AS cycle";

    private static final String LIST = """
            MATCH (c:Cycle)
            WHERE c.project_id = $project AND c.id > $after
            RETURN c {.*} AS cycle
            ORDER BY c.project_id, c.id LIMIT $limit
            """;

    private static final String CHANGE = """
            MATCH (c:Cycle {id: $id})
            SET c += $properties
            RETURN c {.*} AS cycle
            """;

    /** The trash as well: what comes back from there must not be planned for what does not exist. */
    private static final String DELETE = """
            MATCH (c:Cycle {id: $id})
            CALL (c) {
              MATCH (n)-[:IN_CYCLE]->(c)
              REMOVE n.cycle_id
              RETURN count(n) AS issues
            }
            DETACH DELETE c
            RETURN issues
            """;

    private static final String LEAVE = "MATCH (n:Node {id: $id})-[planned:IN_CYCLE]->() DELETE planned";

    private static final String JOIN = """
            MATCH (n:Node {id: $id}), (c:Cycle {id: $cycle, project_id: $project})
            MERGE (n)-[:IN_CYCLE]->(c)
            RETURN c.id AS id
            """;

    private static final String PROGRESS = """
            MATCH (c:Cycle {id: $id})<-[:IN_CYCLE]-(n:Node)
            WHERE %s
            RETURN n.status AS status, count(n) AS issues, sum(coalesce(n.estimate, 0.0)) AS estimate
            """.formatted(Visibility.of("n"));

    /** How many issues of a status are planned, and the sum of their estimates. */
    record Planned(String status, long issues, double estimate) {}

    @Inject
    Graph graph;

    CycleView create(CycleView cycle) {
        return first(graph.write(CREATE, Map.of("properties", properties(cycle))))
                .orElseThrow();
    }

    Optional<CycleView> find(UUID id) {
        return first(graph.read(FIND, Map.of("id", id.toString())));
    }

    /** The cycles of a project in the order of their making. */
    List<CycleView> list(UUID project, String after, int limit) {
        Map<String, Object> parameters =
                Map.of("project", project.toString(), "after", after == null ? "" : after, "limit", limit);
        return graph.read(LIST, parameters).stream().map(CycleRepository::view).toList();
    }

    /** Empty when it has gone. */
    Optional<CycleView> change(CycleView cycle) {
        return first(graph.write(CHANGE, Map.of("id", cycle.id().toString(), "properties", properties(cycle))));
    }

    /** Removes a cycle and takes its issues out of it; empty when it has gone, otherwise how many these were. */
    Optional<Long> delete(UUID id) {
        return graph.write(DELETE, Map.of("id", id.toString())).stream()
                .findFirst()
                .map(row -> (Long) row.get("issues"));
    }

    /**
     * Draws the edge that belongs to an issue's {@code cycle_id}, which the caller has set.
     *
     * @param cycle {@code null} for none
     * @throws ProblemException validation, when the project has no such cycle
     */
    void plan(UUID issue, UUID cycle, UUID project) {
        graph.write(LEAVE, Map.of("id", issue.toString()));
        if (cycle == null) {
            return;
        }
        Map<String, Object> ends =
                Map.of("id", issue.toString(), "cycle", cycle.toString(), "project", project.toString());
        if (graph.write(JOIN, ends).isEmpty()) {
            throw ProblemException.validation("cycle_id", "names no cycle of this project");
        }
    }

    /** What is planned for a cycle, as far as it may be seen. */
    List<Planned> progress(UUID id, Visibility visibility) {
        return graph.read(PROGRESS, visibility.with(Map.of("id", id.toString()))).stream()
                .map(row -> new Planned(
                        (String) row.get("status"),
                        (Long) row.get("issues"),
                        ((Number) row.get("estimate")).doubleValue()))
                .toList();
    }

    private static Optional<CycleView> first(List<Map<String, Object>> rows) {
        return rows.stream().findFirst().map(CycleRepository::view);
    }

    private static CycleView view(Map<String, Object> row) {
        return CycleView.of((Map<?, ?>) row.get("cycle"));
    }

    private static Map<String, Object> properties(CycleView cycle) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("id", cycle.id().toString());
        properties.put("project_id", cycle.projectId().toString());
        properties.put("workspace_id", cycle.workspaceId().toString());
        properties.put("name", cycle.name());
        properties.put("start_date", cycle.startDate().toString());
        properties.put("end_date", cycle.endDate().toString());
        properties.put("created_at", cycle.createdAt().toString());
        properties.put("updated_at", Instant.now().toString());
        return properties;
    }
}
