package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Requires;
import io.strata.accounts.LinkSecrets;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Links to documents for people without an account: making, listing, revoking. {@link LinkOpening} is the other end. */
@ApplicationScoped
@Transactional
public class DocumentLinks {

    private static final int MOST = 100;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    DocumentAccess access;

    @Inject
    LinkSecrets secrets;

    @Inject
    AuditLog audit;

    /** Makes a link to a document. */
    @Requires(Action.DOCUMENT_WRITE)
    public NewLinkView create(UUID documentId, LinkRequest request) {
        Document document = access.lockWithoutShare(documentId, Action.DOCUMENT_WRITE);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        request.validate(now);
        if (find(documentId).size() >= MOST) {
            throw ProblemException.conflict("A document has at most " + MOST + " links. Revoke one first.");
        }
        LinkSecrets.Secret secret = secrets.make();
        String password = request.password() == null ? null : secrets.hashPassword(request.password());
        DocumentLink link = new DocumentLink(
                documentId,
                secret.hash(),
                password,
                request.expiresAt(now),
                CurrentCaller.require().actorId());
        entities.persist(link);
        audit.record("document.link_made", "document", documentId, document.workspaceId(), null, link.view());
        String path = "/s/" + secret.text();
        String server = Settings.get(Setting.PUBLIC_URL).replaceAll("/+$", "");
        return new NewLinkView(link.view(), path, server.isEmpty() ? null : server + path);
    }

    /** The links to a document, for those who may make some; there are never so many that a list needs pages. */
    @Requires(Action.DOCUMENT_WRITE)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<DocumentLinkView> list(UUID documentId) {
        access.requireWithoutShare(documentId, Action.DOCUMENT_WRITE);
        return new Page<>(find(documentId).stream().map(DocumentLink::view).toList(), null);
    }

    /** Ends a link at once. */
    @Requires(Action.DOCUMENT_WRITE)
    public void revoke(UUID documentId, UUID id) {
        Document document = access.lockWithoutShare(documentId, Action.DOCUMENT_WRITE);
        DocumentLink link = find(documentId).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("link"));
        audit.record("document.link_revoked", "document", documentId, document.workspaceId(), link.view(), null);
        entities.remove(link);
    }

    private List<DocumentLink> find(UUID documentId) {
        return entities.createQuery(
                        "select l from DocumentLink l where l.documentId = :document order by l.id desc",
                        DocumentLink.class)
                .setParameter("document", documentId)
                .getResultList();
    }
}
