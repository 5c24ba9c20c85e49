package io.strata.documents;

import io.strata.audit.AuditLog;
import io.strata.storage.RollbackRemoval;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** The one transaction of an upload. */
@ApplicationScoped
class DocumentRegistration {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    RollbackRemoval removal;

    @Inject
    DocumentTexts texts;

    @Inject
    AuditLog audit;

    @Inject
    DocumentNews news;

    @Inject
    ClassificationQueue queue;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    DocumentView register(Document document) {
        removal.of(document.objectKey());
        entities.persist(document);
        entities.flush();
        texts.save(document.id(), document.title(), "");
        DocumentView view = document.view(List.of());
        audit.record("document.uploaded", "document", document.id(), document.workspaceId(), null, view);
        news.publish(document);
        queue.add(List.of(document.id()));
        return view;
    }
}
