package io.strata.graph;

import io.strata.access.Open;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Where nodes hang and how they are labelled, for services that sort out what concerns whom. The trash counts. */
@ApplicationScoped
public class NodePlaces {

    private static final String ABOVE = """
            MATCH (n:Node|Trashed) WHERE n.id IN $nodes
            MATCH (n)<-[:HAS_CHILD*0..]-(above)
            WHERE above.id IN $candidates
            RETURN DISTINCT above.id AS id
            """;

    private static final String LABELS = """
            MATCH (n:Node|Trashed {id: $node})
            RETURN n.labels AS labels
            """;

    @Inject
    Graph graph;

    /** Those of some candidates that are one of the nodes or above one of them. */
    @Open("decides what a service sends, not what the caller learns")
    public Set<UUID> above(Collection<UUID> nodes, Collection<UUID> candidates) {
        if (nodes.isEmpty() || candidates.isEmpty()) {
            return Set.of();
        }
        Set<UUID> found = new HashSet<>();
        graph.read(ABOVE, Map.of("nodes", texts(nodes), "candidates", texts(candidates)))
                .forEach(row -> found.add(UUID.fromString((String) row.get("id"))));
        return found;
    }

    /** The labels of a node; none when there is no such node. */
    @Open("decides what a service sends, not what the caller learns")
    public List<String> labels(UUID node) {
        return graph.read(LABELS, Map.of("node", node.toString())).stream()
                .findFirst()
                .map(row -> row.get("labels"))
                .map(labels ->
                        ((List<?>) labels).stream().map(String.class::cast).toList())
                .orElse(List.of());
    }

    private static List<String> texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }
}
