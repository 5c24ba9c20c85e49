package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Policy;
import io.strata.access.Rights;
import io.strata.common.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** Finds documents with which the caller may do something. What is in the trash exists for nobody but the trash. */
@ApplicationScoped
class DocumentAccess {

    private static final String SHARED =
            "select cast(:document as uuid) = any (shared_documents(cast(:actor as uuid), :action))";

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Policy policy;

    /**
     * A document.
     *
     * @throws ProblemException not found, when the caller does not see it or it is in the trash; forbidden
     */
    Document require(UUID id, Action action) {
        return permitted(outsideTrash(entities.find(Document.class, id)), action);
    }

    /** As {@link #require}, and nobody else changes it until the end of the transaction. */
    Document lock(UUID id, Action action) {
        return permitted(outsideTrash(locked(id)), action);
    }

    /** As {@link #require}, for what a share does not allow. */
    Document requireWithoutShare(UUID id, Action action) {
        return permittedWithoutShare(outsideTrash(entities.find(Document.class, id)), action);
    }

    /** As {@link #lock}, for what a share does not allow: to say where a document is, and who else may have it. */
    Document lockWithoutShare(UUID id, Action action) {
        return permittedWithoutShare(outsideTrash(locked(id)), action);
    }

    /**
     * A document in the trash; nobody else changes it until the end of the transaction.
     *
     * @throws ProblemException conflict, when it is not in the trash; otherwise as {@link #require}
     */
    Document lockInTrash(UUID id, Action action) {
        Document document = locked(id);
        if (document == null) {
            throw ProblemException.notFound("document");
        }
        permittedWithoutShare(document, action);
        if (!document.isTrashed()) {
            throw ProblemException.conflict("The document is not in the trash.");
        }
        return document;
    }

    private Document locked(UUID id) {
        Document document = entities.find(Document.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (document != null) {
            entities.refresh(document);
        }
        return document;
    }

    private static Document outsideTrash(Document document) {
        if (document == null || document.isTrashed()) {
            throw ProblemException.notFound("document");
        }
        return document;
    }

    private Document permitted(Document document, Action action) {
        Rights rights = policy.rights(action);
        boolean allowed = rights.seen().allows(document.workspaceId(), document.zoneId())
                && rights.permitted().allows(document.workspaceId(), document.zoneId());
        return allowed || isShared(document, action) ? document : permittedWithoutShare(document, action);
    }

    /** Who sees a document by a share alone is told that they may not, and not that there is none. */
    private Document permittedWithoutShare(Document document, Action action) {
        Rights rights = policy.rights(action);
        boolean seen = rights.seen().allows(document.workspaceId(), document.zoneId());
        if (!seen && isShared(document, Action.DOCUMENT_READ)) {
            throw rights.refusal();
        }
        policy.require(action, document.workspaceId(), document.zoneId(), "document");
        return document;
    }

    /** A token with limits reaches the places that it names, and no shares elsewhere. */
    private boolean isShared(Document document, Action action) {
        if (CurrentCaller.require().limits().isPresent()) {
            return false;
        }
        return (Boolean) entities.createNativeQuery(SHARED)
                .setParameter("document", document.id())
                .setParameter("actor", CurrentCaller.require().actorId())
                .setParameter("action", action.name())
                .getSingleResult();
    }
}
