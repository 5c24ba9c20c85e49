package io.strata.documents;

import io.strata.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Lists what is in the trash of a workspace's documents, as far as the caller sees it. */
@ApplicationScoped
class TrashListing {

    private static final String LIST = """
            with trashed as (
              select d.id, d.workspace_id, 'document' as kind, d.title, cast(1 as bigint) as documents, d.trashed_at,
                     d.trashed_by
              from document d where d.workspace_id = :workspace and d.trash_root = d.id
              union all
              select f.id, f.workspace_id, 'folder', f.name,
                     (select count(*) from document d where d.trash_root = f.id), f.trashed_at, f.trashed_by
              from folder f where f.workspace_id = :workspace and f.trash_root = f.id)
            select t.id, t.workspace_id, t.kind, t.title, t.documents, t.trashed_at, t.trashed_by,
                   cast(t.trashed_at as text)
            from trashed t
            where cast(:value as text) is null
               or (t.trashed_at, t.id) < (cast(cast(:value as text) as timestamptz), cast(:last as uuid))
            order by t.trashed_at desc, t.id desc limit :limit
            """;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /** The latest first. */
    @SuppressWarnings("unchecked")
    Page<TrashedView> page(UUID workspaceId, String cursor, int limit) {
        SortCursor last = cursor == null ? null : SortCursor.read(cursor);
        Query query = entities.createNativeQuery(LIST, Tuple.class)
                .setParameter("workspace", workspaceId)
                .setParameter("value", last == null ? null : last.value())
                .setParameter("last", last == null ? null : last.id().toString())
                .setParameter("limit", limit + 1);
        Page<Tuple> page = Page.of(
                (List<Tuple>) query.getResultList(),
                limit,
                row -> new SortCursor(row.get(7, String.class), row.get(0, UUID.class)).text());
        return new Page<>(page.items().stream().map(TrashListing::view).toList(), page.nextCursor());
    }

    private static TrashedView view(Tuple row) {
        Instant trashedAt = row.get(5, Instant.class);
        return new TrashedView(
                row.get(0, UUID.class),
                row.get(1, UUID.class),
                row.get(2, String.class),
                row.get(3, String.class),
                ((Number) row.get(4)).longValue(),
                trashedAt,
                row.get(6, UUID.class),
                trashedAt.plus(DocumentTrash.KEPT));
    }
}
