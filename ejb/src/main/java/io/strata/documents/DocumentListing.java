package io.strata.documents;

import io.strata.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;

/** Lists documents of a workspace in an order, from a place in it on; no page costs more than the first. */
@ApplicationScoped
class DocumentListing {

    private static final String LIST = """
            select d.id, cast(%1$s as text) from document d
            where d.workspace_id = :workspace %2$s %3$s
            order by %1$s %4$s, d.id %4$s limit :limit
            """;

    private static final String BEHIND = " and (%1$s, d.id) %3$s (cast(:value as %2$s), cast(:last as uuid))";

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    FilterConditions conditions;

    @Inject
    DocumentViews views;

    @SuppressWarnings("unchecked")
    Page<DocumentView> page(UUID workspaceId, DocumentFilter filter, DocumentOrder order, String cursor, int limit) {
        SortCursor last = cursor == null ? null : SortCursor.read(cursor);
        Query query = entities.createNativeQuery(statement(filter, order, last != null), Tuple.class)
                .setParameter("workspace", workspaceId)
                .setParameter("limit", limit + 1);
        if (last != null) {
            query.setParameter("value", last.value())
                    .setParameter("last", last.id().toString());
        }
        List<Tuple> rows = conditions.bind(query, filter).getResultList();
        Page<Tuple> page =
                Page.of(rows, limit, row -> new SortCursor(row.get(1, String.class), row.get(0, UUID.class)).text());
        List<UUID> ids =
                page.items().stream().map(row -> row.get(0, UUID.class)).toList();
        return new Page<>(views.inOrder(ids), page.nextCursor());
    }

    private static String statement(DocumentFilter filter, DocumentOrder order, boolean goesOn) {
        String expression = order.sort().expression();
        String behind = BEHIND.formatted(expression, order.sort().type(), order.ascending() ? ">" : "<");
        return LIST.formatted(
                expression, FilterConditions.of(filter), goesOn ? behind : "", order.ascending() ? "asc" : "desc");
    }
}
