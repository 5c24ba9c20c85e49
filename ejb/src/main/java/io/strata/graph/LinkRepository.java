package io.strata.graph;

import io.strata.access.CurrentCaller;
import io.strata.access.Rights;
import io.strata.access.Visibility;
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
 * Links between nodes in Neo4j. Inferred links are another's: they neither stand in the way of a manual one nor are they
 * removed here. Relationship types cannot be parameters; those in the text are names of {@link LinkType}.
 */
@ApplicationScoped
class LinkRepository {

    private static final String LINK = """
            link {.source, .created_by, .created_at, type: type(link), outgoing: startNode(link) = n, node: other %s}
            """.strip().formatted(NodeRepository.REFERENCE.formatted("other"));

    /** The links of {@code n}, as a part of a larger question. */
    static final String OF_NODE = """
            MATCH (n)-[link:%s]-(other:Node) WHERE %s RETURN %s AS shown ORDER BY type(link), other.id LIMIT 100
            """.strip().formatted(LinkType.anyOf(), Rights.seen("other"), LINK);

    private static final String EXISTS = """
            MATCH (source:Node {id: $source})-[link:%1$s]%2$s(target:Node {id: $target})
            WHERE coalesce(link.source, 'manual') = 'manual'
            RETURN count(link) > 0 AS there
            """;

    /**
     * Looks into the trash as well, because what comes back from there must not close a cycle either; and at nodes that
     * the caller does not see, without naming them.
     */
    private static final String WAY = """
            MATCH (from:Node {id: $from}), (to:Node {id: $to})
            MATCH way = shortestPath((from)-[:%s*]->(to))
            RETURN [step IN nodes(way) | CASE WHEN %s THEN step.short_id ELSE '%s' END] AS short_ids
            """;

    private static final String CREATE = """
            MATCH (n:Node {id: $source}), (other:Node {id: $target})
            CREATE (n)-[link:%s]->(other)
            SET link += $properties
            RETURN %s AS link
            """;

    private static final String ONE = """
            MATCH (n:Node {id: $source})-[link:%1$s]%2$s(other:Node {id: $target})
            WHERE coalesce(link.source, 'manual') = 'manual'
            RETURN %3$s AS link LIMIT 1
            """;

    private static final String DELETE = """
            MATCH (n:Node {id: $source})-[link:%1$s]%2$s(other:Node {id: $target})
            WHERE coalesce(link.source, 'manual') = 'manual'
            WITH link, %3$s AS state
            DELETE link
            RETURN state AS link
            """;

    @Inject
    Graph graph;

    boolean exists(LinkType type, UUID source, UUID target) {
        String cypher = EXISTS.formatted(type.name(), arrow(type));
        return (Boolean) graph.read(cypher, ends(source, target)).get(0).get("there");
    }

    /** The short ids on the shortest way that links of a type lead; empty when they lead there on no way. */
    List<String> way(LinkType type, UUID from, UUID to, Visibility visible) {
        Map<String, Object> parameters = Map.of("from", from.toString(), "to", to.toString());
        return graph
                .read(WAY.formatted(type.name(), Visibility.of("step"), ShortIdPath.HIDDEN), visible.with(parameters))
                .stream()
                .flatMap(row -> ((List<?>) row.get("short_ids")).stream())
                .map(String.class::cast)
                .toList();
    }

    /** Empty when one of the ends has gone. */
    Optional<LinkView> create(LinkType type, UUID source, UUID target) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("source", type.manualSource());
        properties.put("created_by", CurrentCaller.require().actorId().toString());
        properties.put("created_at", Instant.now().toString());
        Map<String, Object> parameters = new HashMap<>(ends(source, target));
        parameters.put("properties", properties);
        return first(graph.write(CREATE.formatted(type.name(), LINK), parameters));
    }

    /** A link; empty when there is none. */
    Optional<LinkView> find(LinkType type, UUID source, UUID target) {
        return first(graph.read(ONE.formatted(type.name(), arrow(type), LINK), ends(source, target)));
    }

    /** Removes a link and says what it was; empty when there is none. */
    Optional<LinkView> delete(LinkType type, UUID source, UUID target) {
        return first(graph.write(DELETE.formatted(type.name(), arrow(type), LINK), ends(source, target)));
    }

    private static Optional<LinkView> first(List<Map<String, Object>> rows) {
        return rows.stream().findFirst().map(row -> LinkView.of((Map<?, ?>) row.get("link")));
    }

    private static String arrow(LinkType type) {
        return type.symmetric() ? "-" : "->";
    }

    private static Map<String, Object> ends(UUID source, UUID target) {
        return Map.of("source", source.toString(), "target", target.toString());
    }
}
