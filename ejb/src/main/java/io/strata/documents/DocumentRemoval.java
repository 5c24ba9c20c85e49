package io.strata.documents;

import io.strata.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Removes documents for good, with all that belongs to them. Their files go after the commit: the database notes which
 * they are when the rows go.
 */
@ApplicationScoped
class DocumentRemoval {

    private static final String EXPIRED = """
            select d.* from document d where d.trashed_at < cast(:before as timestamptz)
            order by d.trashed_at limit :limit for update skip locked
            """;

    /** Folders go when nothing is left in them; the deepest first, so that one round takes one level. */
    private static final String EMPTY_FOLDERS = """
            delete from folder f
            where f.trashed_at < cast(:before as timestamptz)
              and not exists (select from document d where d.folder_id = f.id)
              and not exists (select from folder c where c.parent_id = f.id)
            """;

    private static final String DELETE = "delete from document where id in (:ids)";

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    DocumentArtifacts artifacts;

    @Inject
    DocumentNews news;

    @Inject
    AuditLog audit;

    /** Removes documents in the caller's transaction, who has locked them. */
    void remove(List<Document> documents) {
        if (documents.isEmpty()) {
            return;
        }
        List<UUID> ids = documents.stream().map(Document::id).toList();
        documents.forEach(document -> {
            audit.record(
                    "document.purged",
                    "document",
                    document.id(),
                    document.workspaceId(),
                    document.view(List.of()),
                    null);
            news.publish("document.purged", document, Map.of());
        });
        entities.flush();
        documents.forEach(entities::detach);
        entities.createNativeQuery(DELETE).setParameter("ids", ids).executeUpdate();
        artifacts.remove(ids);
    }

    /**
     * Removes some of what has been in the trash since before a moment.
     *
     * @return how many documents and folders; none when there are no more
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @SuppressWarnings("unchecked")
    int removeExpired(Instant before, int limit) {
        List<Document> expired = entities.createNativeQuery(EXPIRED, Document.class)
                .setParameter("before", before.toString())
                .setParameter("limit", limit)
                .getResultList();
        remove(expired);
        return expired.size()
                + entities.createNativeQuery(EMPTY_FOLDERS)
                        .setParameter("before", before.toString())
                        .executeUpdate();
    }
}
