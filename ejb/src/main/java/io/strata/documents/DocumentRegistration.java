package io.strata.documents;

import io.strata.audit.AuditLog;
import io.strata.documents.storage.ObjectStorage;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The one transaction of an upload. */
@ApplicationScoped
class DocumentRegistration {

    private static final Logger LOG = Logger.getLogger(DocumentRegistration.class.getName());

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @Inject
    ObjectStorage storage;

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
        transaction.registerInterposedSynchronization(new RemoveOnRollback(document.objectKey()));
        entities.persist(document);
        entities.flush();
        texts.save(document.id(), document.title(), "");
        DocumentView view = document.view(List.of());
        audit.record("document.uploaded", "document", document.id(), document.workspaceId(), null, view);
        news.publish(document);
        queue.add(List.of(document.id()));
        return view;
    }

    private final class RemoveOnRollback implements Synchronization {

        private final String key;

        private RemoveOnRollback(String key) {
            this.key = key;
        }

        @Override
        public void beforeCompletion() {
            // nothing to do before it is decided
        }

        /** Only a certain rollback removes the object; of an uncertain one, reconciliation finds out. */
        @Override
        public void afterCompletion(int status) {
            if (status != Status.STATUS_ROLLEDBACK) {
                return;
            }
            try {
                storage.delete(key);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "Object " + key + " stays behind until reconciliation", e);
            }
        }
    }
}
