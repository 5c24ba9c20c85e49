package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.storage.MissingObjectException;
import io.strata.storage.ObjectStorage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The versions of documents: which there are, their bytes, and which one is current. */
@ApplicationScoped
@Transactional
public class DocumentVersions {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    DocumentAccess access;

    @Inject
    DocumentViews views;

    @Inject
    ClassificationQueue queue;

    @Inject
    ObjectStorage storage;

    @Inject
    DocumentNews news;

    @Inject
    AuditLog audit;

    /** All versions of a document, the latest first; there are never so many that a list needs pages. */
    @Requires(Action.DOCUMENT_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<VersionView> list(UUID id) {
        Document document = access.require(id, Action.DOCUMENT_READ);
        List<VersionView> versions = new ArrayList<>();
        versions.add(document.bytes().view(true));
        earlier(id).forEach(version -> versions.add(version.bytes().view(false)));
        versions.sort(Comparator.comparing(VersionView::version).reversed());
        return new Page<>(versions, null);
    }

    /** A version. */
    @Requires(Action.DOCUMENT_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public VersionView get(UUID id, int version) {
        Document document = access.require(id, Action.DOCUMENT_READ);
        return bytes(document, version).view(version == document.bytes().version());
    }

    /**
     * The bytes of a version; the caller closes them.
     *
     * @throws ProblemException not found, also when they are no longer in the store
     */
    @Requires(Action.DOCUMENT_READ)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public InputStream content(UUID id, int version) {
        return open(id, version, storage::open);
    }

    /**
     * A part of the bytes of a version; the caller closes them.
     *
     * @param first index of the first byte
     * @param last index of the last byte, inclusive; within the version
     */
    @Requires(Action.DOCUMENT_READ)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public InputStream content(UUID id, int version, long first, long last) {
        return open(id, version, key -> storage.open(key, first, last));
    }

    /**
     * Makes an earlier version the current one. It is processed from the beginning; the one that was current stays, under
     * its number.
     *
     * @throws ProblemException conflict, when it is the current one, or the document is being processed
     */
    @Requires(Action.DOCUMENT_WRITE)
    public DocumentView makeCurrent(UUID id, int version) {
        Document document = access.lock(id, Action.DOCUMENT_WRITE);
        if (version == document.bytes().version()) {
            throw ProblemException.conflict("This version is the current one.");
        }
        DocumentVersion earlier = find(id, version);
        DocumentView before = views.view(document);
        DocumentBytes current = document.bytes();
        document.take(earlier.bytes());
        earlier.keep(current);
        entities.flush();
        DocumentView after = views.view(document);
        audit.record("document.version_chosen", "document", id, document.workspaceId(), before, after);
        news.publish(document);
        queue.add(List.of(id));
        return after;
    }

    private InputStream open(UUID id, int version, Function<String, InputStream> opening) {
        DocumentBytes bytes = bytes(access.require(id, Action.DOCUMENT_READ), version);
        try {
            return opening.apply(bytes.objectKey());
        } catch (MissingObjectException e) {
            throw new ProblemException(ProblemType.NOT_FOUND, "The object store no longer has this version.", e);
        }
    }

    private DocumentBytes bytes(Document document, int version) {
        return version == document.bytes().version()
                ? document.bytes()
                : find(document.id(), version).bytes();
    }

    private DocumentVersion find(UUID id, int version) {
        return earlier(id).stream()
                .filter(one -> one.bytes().version() == version)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("version"));
    }

    private List<DocumentVersion> earlier(UUID id) {
        return entities.createQuery(
                        "select v from DocumentVersion v where v.documentId = :document", DocumentVersion.class)
                .setParameter("document", id)
                .getResultList();
    }
}
