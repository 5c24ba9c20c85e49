package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.UuidV7;
import io.strata.common.Validation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Documents that are shared with people one by one. A share adds to what the roles say; a rule that denies goes before it,
 * which the database decides where it decides everything else ({@code shared_documents}).
 */
@ApplicationScoped
@Transactional
public class DocumentShares {

    private static final String ACTOR =
            "select cast(a.id as text) from actor a where a.active and a.handle = cast(:handle as text)";

    private static final String SHARE = """
            insert into document_share (id, document_id, actor_id, permission, created_by, created_at)
            values (:id, :document, :actor, :permission, :by, now())
            on conflict (document_id, actor_id) do update
            set permission = excluded.permission, created_by = excluded.created_by, created_at = excluded.created_at
            """;

    private static final String SHARES = """
            select s.actor_id, a.handle, s.permission, s.created_by, s.created_at
            from document_share s join actor a on a.id = s.actor_id
            where s.document_id = :document and a.handle > cast(:after as text)
            order by a.handle limit :limit
            """;

    private static final String MINE = """
            select s.document_id, s.permission, s.created_by, s.created_at, s.id
            from document_share s
            where s.actor_id = :actor and s.document_id = any (shared_documents(:actor, 'DOCUMENT_READ'))
              and s.id < :before
            order by s.id desc limit :limit
            """;

    private static final UUID AFTER_ALL = new UUID(-1L, -1L);

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    DocumentAccess access;

    @Inject
    DocumentViews views;

    @Inject
    DocumentNews news;

    @Inject
    AuditLog audit;

    /**
     * Shares a document with somebody, or changes what they may do with it.
     *
     * @throws ProblemException not found, also when nobody is called so
     */
    @Requires(Action.DOCUMENT_WRITE)
    public ShareView share(UUID id, String handle, SharePermission permission) {
        Document document = access.lockWithoutShare(id, Action.DOCUMENT_WRITE);
        new Validation().present("permission", permission).done();
        UUID actor = actor(handle);
        ShareView before = find(id, handle).orElse(null);
        entities.createNativeQuery(SHARE)
                .setParameter("id", UuidV7.next())
                .setParameter("document", id)
                .setParameter("actor", actor)
                .setParameter("permission", permission.name())
                .setParameter("by", CurrentCaller.require().actorId())
                .executeUpdate();
        ShareView after = find(id, handle).orElseThrow();
        audit.record("document.shared", "document", id, document.workspaceId(), before, after);
        news.publish("document.shared", document, Map.of("recipients", List.of(actor.toString())));
        return after;
    }

    /** Shares a document with somebody no more. */
    @Requires(Action.DOCUMENT_WRITE)
    public void unshare(UUID id, String handle) {
        Document document = access.lockWithoutShare(id, Action.DOCUMENT_WRITE);
        ShareView before = find(id, handle).orElseThrow(() -> ProblemException.notFound("share"));
        entities.createNativeQuery("delete from document_share where document_id = :document and actor_id = :actor")
                .setParameter("document", id)
                .setParameter("actor", before.actorId())
                .executeUpdate();
        audit.record("document.unshared", "document", id, document.workspaceId(), before, null);
        news.publish("document.unshared", document, Map.of());
    }

    /** With whom a document is shared, by handle; for those who may share it. */
    @Requires(Action.DOCUMENT_WRITE)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<ShareView> list(UUID id, String cursor, Integer requestedLimit) {
        access.requireWithoutShare(id, Action.DOCUMENT_WRITE);
        int limit = Page.limit(requestedLimit);
        return Page.of(shares(id, cursor == null ? "" : cursor, limit + 1), limit, ShareView::handle);
    }

    /** What is shared with the caller, the latest first. */
    @Requires(Action.DOCUMENT_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    @SuppressWarnings("unchecked")
    public Page<SharedDocumentView> mine(String cursor, Integer requestedLimit) {
        int limit = Page.limit(requestedLimit);
        Query query = entities.createNativeQuery(MINE, Tuple.class)
                .setParameter("actor", CurrentCaller.require().actorId())
                .setParameter("before", cursor == null ? AFTER_ALL : Validation.identifier(cursor, "cursor"))
                .setParameter("limit", limit + 1);
        Page<Tuple> page = Page.of(
                (List<Tuple>) query.getResultList(),
                limit,
                row -> row.get(4, UUID.class).toString());
        Map<UUID, DocumentView> documents =
                views
                        .inOrder(page.items().stream()
                                .map(row -> row.get(0, UUID.class))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(DocumentView::id, Function.identity()));
        return new Page<>(
                page.items().stream()
                        .filter(row -> documents.containsKey(row.get(0, UUID.class)))
                        .map(row -> new SharedDocumentView(
                                documents.get(row.get(0, UUID.class)),
                                SharePermission.valueOf(row.get(1, String.class)),
                                row.get(2, UUID.class),
                                row.get(3, Instant.class)))
                        .toList(),
                page.nextCursor());
    }

    private UUID actor(String handle) {
        List<?> found = entities.createNativeQuery(ACTOR)
                .setParameter("handle", handle.strip().toLowerCase(Locale.ROOT))
                .getResultList();
        return found.stream()
                .findFirst()
                .map(id -> UUID.fromString((String) id))
                .orElseThrow(() -> ProblemException.notFound("person"));
    }

    private Optional<ShareView> find(UUID id, String handle) {
        String wanted = handle.strip().toLowerCase(Locale.ROOT);
        return shares(id, "", Integer.MAX_VALUE).stream()
                .filter(share -> share.handle().equals(wanted))
                .findFirst();
    }

    @SuppressWarnings("unchecked")
    private List<ShareView> shares(UUID id, String after, int limit) {
        List<Tuple> rows = entities.createNativeQuery(SHARES, Tuple.class)
                .setParameter("document", id)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream()
                .map(row -> new ShareView(
                        id,
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        SharePermission.valueOf(row.get(2, String.class)),
                        row.get(3, UUID.class),
                        row.get(4, Instant.class)))
                .toList();
    }
}
