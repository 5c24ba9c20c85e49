package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.audit.AuditLog;
import io.strata.common.ProblemException;
import io.strata.storage.Quotas;
import io.strata.storage.RollbackRemoval;
import io.strata.storage.TemporaryFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The one transaction of an upload, of a document or of another version. */
@ApplicationScoped
class DocumentRegistration {

    private static final int MOST_VERSIONS = 100;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    RollbackRemoval removal;

    @Inject
    Quotas quotas;

    @Inject
    DocumentAccess access;

    @Inject
    Folders folders;

    @Inject
    DocumentViews views;

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
        quotas.charge(document.ownerId(), document.bytes().sizeBytes());
        if (document.folderId() != null) {
            folders.receiving(document.folderId(), document.workspaceId(), "folder_id");
        }
        entities.persist(document);
        entities.flush();
        texts.save(document.id(), document.title(), "");
        DocumentView view = views.view(document);
        audit.record("document.uploaded", "document", document.id(), document.workspaceId(), null, view);
        news.publish(document);
        queue.add(List.of(document.id()));
        return view;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    DocumentView registerVersion(UUID id, String objectKey, String mimeType, String fileName, TemporaryFile file) {
        removal.of(objectKey);
        Document document = access.lock(id, Action.DOCUMENT_WRITE);
        if (document.nextVersion() > MOST_VERSIONS) {
            throw ProblemException.conflict("A document has at most " + MOST_VERSIONS + " versions.");
        }
        UUID uploader = CurrentCaller.require().actorId();
        quotas.charge(uploader, file.size());
        DocumentView before = views.view(document);
        DocumentBytes current = document.bytes();
        document.take(new DocumentBytes(
                document.nextVersion(),
                fileName,
                objectKey,
                mimeType,
                file.size(),
                file.sha256(),
                uploader,
                Instant.now().truncatedTo(ChronoUnit.MICROS)));
        entities.persist(new DocumentVersion(id, current));
        entities.flush();
        DocumentView after = views.view(document);
        audit.record("document.version_added", "document", id, document.workspaceId(), before, after);
        news.publish(document);
        queue.add(List.of(id));
        return after;
    }
}
