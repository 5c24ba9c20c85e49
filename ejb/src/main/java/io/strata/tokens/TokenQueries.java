package io.strata.tokens;

import io.strata.graph.NodeReference;
import io.strata.graph.NodeService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads tokens together with whose they are, where they reach, and what is left of their changes. */
@ApplicationScoped
class TokenQueries {

    /** {@code true} for the tokens of all actors. */
    private static final String LIST = """
            select t, a.handle from ApiToken t join Actor a on a.id = t.actorId
            where (:everybody = true or t.actorId = :actor) and t.id < :before
            order by t.id desc
            """;

    private static final String PLACES = """
            select p.token_id, p.workspace_id, w.name, z.node_id
            from api_token_place p join workspace w on w.id = p.workspace_id left join policy_zone z on z.id = p.zone_id
            where p.token_id = any (cast(string_to_array(:tokens, ',') as uuid[]))
            order by p.id
            """;

    private static final String CHANGES = """
            select token_id, changes from api_token_day
            where day = cast(:day as date) and token_id = any (cast(string_to_array(:tokens, ',') as uuid[]))
            """;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    NodeService nodes;

    /**
     * Tokens, newest first, before an id.
     *
     * @param actorId whose; {@code null} for everybody's
     */
    List<TokenView> list(UUID actorId, UUID before, int limit) {
        return views(entities.createQuery(LIST, Object[].class)
                .setParameter("everybody", actorId == null)
                .setParameter("actor", actorId)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList());
    }

    /** A token that exists. */
    TokenView view(UUID id) {
        return views(entities.createQuery(
                                "select t, a.handle from ApiToken t join Actor a on a.id = t.actorId where t.id = :id",
                                Object[].class)
                        .setParameter("id", id)
                        .getResultList())
                .get(0);
    }

    private List<TokenView> views(List<Object[]> rows) {
        String ids =
                rows.stream().map(row -> ((ApiToken) row[0]).id().toString()).collect(Collectors.joining(","));
        Map<UUID, List<TokenPlaceView>> places = places(ids);
        Map<UUID, Integer> changes = changes(ids);
        return rows.stream()
                .map(row -> {
                    ApiToken token = (ApiToken) row[0];
                    return token.view(
                            (String) row[1],
                            places.getOrDefault(token.id(), List.of()),
                            changes.getOrDefault(token.id(), 0));
                })
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Map<UUID, List<TokenPlaceView>> places(String tokens) {
        List<Tuple> rows = entities.createNativeQuery(PLACES, Tuple.class)
                .setParameter("tokens", tokens)
                .getResultList();
        List<UUID> begins = rows.stream()
                .map(row -> row.get("node_id", UUID.class))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, NodeReference> seen = nodes.references(begins);
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("token_id", UUID.class),
                        Collectors.mapping(row -> place(row, seen), Collectors.toList())));
    }

    private static TokenPlaceView place(Tuple row, Map<UUID, NodeReference> seen) {
        UUID node = row.get("node_id", UUID.class);
        return new TokenPlaceView(
                row.get("workspace_id", UUID.class),
                row.get("name", String.class),
                node,
                node == null ? null : seen.get(node));
    }

    @SuppressWarnings("unchecked")
    private Map<UUID, Integer> changes(String tokens) {
        List<Tuple> rows = entities.createNativeQuery(CHANGES, Tuple.class)
                .setParameter("tokens", tokens)
                .setParameter("day", LocalDate.now(ZoneOffset.UTC).toString())
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.get("token_id", UUID.class), row -> row.get("changes", Integer.class)));
    }
}
