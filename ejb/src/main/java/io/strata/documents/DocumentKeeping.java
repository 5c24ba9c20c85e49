package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What documents are called, how they are marked, and where they are. */
@ApplicationScoped
@Transactional
public class DocumentKeeping {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Policy policy;

    @Inject
    DocumentAccess access;

    @Inject
    DocumentViews views;

    @Inject
    DocumentTags tags;

    @Inject
    DocumentCopies copies;

    @Inject
    DocumentArtifacts artifacts;

    @Inject
    Folders folders;

    @Inject
    Placements placements;

    @Inject
    DocumentNews news;

    @Inject
    AuditLog audit;

    /** Changes title and tags. */
    @Requires(Action.DOCUMENT_WRITE)
    public DocumentView change(UUID id, DocumentChange change) {
        Document document = access.lock(id, Action.DOCUMENT_WRITE);
        change.validate();
        DocumentView before = views.view(document);
        if (change.tags() != null) {
            tags.replace(id, DocumentTags.clean(change.tags()));
        }
        if (change.title() != null) {
            document.rename(change.title());
            artifacts.place(document.view(List.of()));
        }
        return changed("document.changed", document, before);
    }

    /**
     * Puts a document into a folder of its workspace.
     *
     * @param folderId {@code null} for the top
     * @throws ProblemException validation, when the workspace has no such folder
     */
    @Requires(Action.DOCUMENT_WRITE)
    public DocumentView file(UUID id, UUID folderId) {
        Document document = access.lockWithoutShare(id, Action.DOCUMENT_WRITE);
        if (folderId != null) {
            folders.receiving(folderId, document.workspaceId(), "folder_id");
        }
        DocumentView before = views.view(document);
        document.file(folderId);
        return changed("document.moved", document, before);
    }

    /**
     * Hangs a document on another node of its workspace; the rules of that node hold for it from then on.
     *
     * @throws ProblemException validation, when the workspace has no such node
     */
    @Requires(Action.DOCUMENT_WRITE)
    public DocumentView hang(UUID id, String nodeIdOrShortId) {
        Document document = access.lockWithoutShare(id, Action.DOCUMENT_WRITE);
        Placement placement = placements.onNode(document, nodeIdOrShortId);
        DocumentView before = views.view(document);
        document.hang(placement);
        entities.flush();
        entities.refresh(document);
        artifacts.place(document.view(List.of()));
        return changed("document.moved", document, before);
    }

    /** The tags of a workspace's documents in alphabetical order, with how many have them. */
    @Requires(Action.DOCUMENT_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<TagView> tags(UUID workspaceId, String cursor, Integer requestedLimit) {
        policy.requireSomewhere(Action.DOCUMENT_READ, workspaceId);
        int limit = Page.limit(requestedLimit);
        return Page.of(
                tags.ofWorkspace(workspaceId, cursor == null ? "" : DocumentTags.clean(cursor), limit + 1),
                limit,
                TagView::tag);
    }

    /** The documents of a workspace of which there are several with the same bytes. */
    @Requires(Action.DOCUMENT_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<DuplicatesView> duplicates(UUID workspaceId, String cursor, Integer requestedLimit) {
        policy.requireSomewhere(Action.DOCUMENT_READ, workspaceId);
        int limit = Page.limit(requestedLimit);
        Page<DocumentCopies.Group> page = Page.of(
                copies.groups(workspaceId, cursor == null ? "" : cursor, limit + 1),
                limit,
                DocumentCopies.Group::sha256);
        List<DuplicatesView> groups = page.items().stream()
                .map(group -> new DuplicatesView(
                        group.sha256(),
                        group.sizeBytes(),
                        views.inOrder(
                                group.ids().stream().limit(DuplicatesView.MOST).toList())))
                .toList();
        return new Page<>(groups, page.nextCursor());
    }

    private DocumentView changed(String what, Document document, DocumentView before) {
        entities.flush();
        DocumentView after = views.view(document);
        audit.record(what, "document", document.id(), document.workspaceId(), before, after);
        news.publish(
                what,
                document,
                after.folderId() == null
                        ? Map.of()
                        : Map.of("folder_id", after.folderId().toString()));
        return after;
    }
}
