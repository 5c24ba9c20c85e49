package io.strata.reconciliation;

import io.strata.reconciliation.SideBySide.Keys;
import io.strata.reconciliation.disagreements.Rows;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of projects beside their nodes in the graph, and whether each has its root. */
@ApplicationScoped
class ProjectWalk implements Walk {

    private static final int PAGE = 1000;
    private static final String ROWS = """
            select cast(id as text), cast(root_id as text) from project where id > cast(:after as uuid)
            order by id limit :limit
            """;
    private static final String NODES = """
            MATCH (p:Project) WHERE p.id > $after RETURN p.id AS key ORDER BY p.id LIMIT $limit
            """;
    private static final String ROOTS = "MATCH (n:Node) WHERE n.id IN $keys RETURN n.id AS key";

    @Inject
    Graph graph;

    @Inject
    Rows rows;

    @Override
    public String name() {
        return "projects";
    }

    @Override
    public long size() {
        return rows.number("select count(*) from project", Map.of());
    }

    @Override
    public Stretch next(String after, String until) {
        List<Object[]> projects =
                rows.rows(ROWS, Map.of("after", after.isEmpty() ? Rows.FIRST_UUID : after, "limit", PAGE));
        SideBySide sides = new SideBySide(
                Keys.of(projects.stream().map(row -> (String) row[0]).toList(), PAGE),
                Keys.of(List.copyOf(keys(NODES, Map.of("after", after, "limit", PAGE))), PAGE));
        Set<String> roots = Set.copyOf(keys(
                ROOTS,
                Map.of("keys", projects.stream().map(row -> (String) row[1]).toList())));
        List<Suspect> rootless = projects.stream()
                .filter(row -> sides.covers((String) row[0]) && !roots.contains((String) row[1]))
                .map(row -> new Suspect("project_root_missing", (String) row[0]))
                .collect(Collectors.toList());
        return Walk.stretch(sides, after, "project_without_graph", "project_without_row", rootless);
    }

    private List<String> keys(String query, Map<String, Object> parameters) {
        return graph.read(query, parameters).stream()
                .map(row -> (String) row.get("key"))
                .toList();
    }
}
