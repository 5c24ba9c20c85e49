package io.strata.imports;

import io.strata.access.Visibility;
import io.strata.graph.LinkType;
import io.strata.graph.NodeView;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A project in pages, in the order in which its nodes were made. */
@ApplicationScoped
class ExportPages {

    static final int SIZE = 500;

    private static final String PAGE = """
            MATCH (n:Node)
            WHERE n.project_id = $project AND n.id > $after AND %s
            WITH n ORDER BY n.project_id, n.id LIMIT $limit
            """.formatted(Visibility.of("n"));

    private static final String NODES = PAGE + """
            RETURN %s AS node,
              COLLECT { MATCH (parent:Node)-[:HAS_CHILD]->(n) WHERE %s RETURN parent {.id, .short_id} } AS parents
            ORDER BY n.project_id, n.id
            """.formatted(NodeView.projection("n"), Visibility.of("parent"));

    /** Inferred links are not exported: whoever has inferred them does so again. */
    private static final String LINKS = PAGE
            + """
            RETURN n.id AS id,
              COLLECT {
                MATCH (n)-[link:%s]->(target:Node)
                WHERE target.project_id = $project AND coalesce(link.source, 'manual') = 'manual' AND %s
                RETURN {source: n.short_id, type: type(link), target: target.short_id}
                ORDER BY type(link), target.id
              } AS links
            ORDER BY n.project_id, n.id
            """.formatted(
                            Arrays.stream(LinkType.values()).map(LinkType::name).collect(Collectors.joining("|")),
                            Visibility.of("target"));

    private static final String NAMES = PAGE + "RETURN n.id AS id, n.short_id AS short_id ORDER BY n.project_id, n.id";

    /** A node with what it hangs under, {@code null} when that may not be seen. */
    record PlacedNode(NodeView node, NamedNode parent) {}

    /** A node with the links that begin there. */
    record LinkedNode(UUID id, List<ProjectFile.Link> links) {}

    /** A node and what it is called. */
    record NamedNode(UUID id, String shortId) {}

    @Inject
    Graph graph;

    List<PlacedNode> nodes(UUID project, UUID after, Visibility visibility) {
        return page(NODES, project, after, visibility).stream()
                .map(row -> new PlacedNode(
                        NodeView.of((Map<?, ?>) row.get("node")),
                        ((List<?>) row.get("parents"))
                                .stream()
                                        .map(parent -> named((Map<?, ?>) parent))
                                        .findFirst()
                                        .orElse(null)))
                .toList();
    }

    List<LinkedNode> links(UUID project, UUID after, Visibility visibility) {
        return page(LINKS, project, after, visibility).stream()
                .map(row -> new LinkedNode(
                        UUID.fromString((String) row.get("id")),
                        ((List<?>) row.get("links"))
                                .stream().map(link -> link((Map<?, ?>) link)).toList()))
                .toList();
    }

    List<NamedNode> names(UUID project, UUID after, Visibility visibility) {
        return page(NAMES, project, after, visibility).stream()
                .map(ExportPages::named)
                .toList();
    }

    private List<Map<String, Object>> page(String query, UUID project, UUID after, Visibility visibility) {
        Map<String, Object> parameters =
                Map.of("project", project.toString(), "after", after == null ? "" : after.toString(), "limit", SIZE);
        return graph.read(query, visibility.with(parameters));
    }

    private static NamedNode named(Map<?, ?> row) {
        return new NamedNode(UUID.fromString((String) row.get("id")), (String) row.get("short_id"));
    }

    private static ProjectFile.Link link(Map<?, ?> row) {
        return new ProjectFile.Link(
                (String) row.get("source"), LinkType.valueOf((String) row.get("type")), (String) row.get("target"));
    }
}
