package io.strata.documents;

import io.strata.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Links by their secrets, as the system itself sees them. */
@ApplicationScoped
class LinkedDocuments {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    AuditLog audit;

    /** A link that works; empty when there is none with this secret, or it is over. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<DocumentLink> find(byte[] secretHash) {
        return entities.createQuery("select l from DocumentLink l where l.secretHash = :hash", DocumentLink.class)
                .setParameter("hash", secretHash)
                .getResultStream()
                .findFirst()
                .filter(link -> !link.isOver());
    }

    /** Notes that a download has begun. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void opened(UUID linkId, UUID workspaceId) {
        DocumentLink link = entities.find(DocumentLink.class, linkId, LockModeType.PESSIMISTIC_WRITE);
        if (link != null) {
            link.open();
            audit.record(
                    "document.link_opened",
                    "document",
                    link.documentId(),
                    workspaceId,
                    null,
                    Map.of("link_id", linkId, "opened", link.view().opened()));
        }
    }
}
