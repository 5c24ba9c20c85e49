package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Destructive;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.access.Visibility;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Deletes documents and folders into the trash and restores them. What is in the trash does not exist for any other
 * service; what was deleted together comes back together, and after {@link #KEPT} it goes for good.
 */
@ApplicationScoped
@Transactional
public class DocumentTrash {

    /** How long something can be restored. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final String IN_FOLDERS =
            "select d from Document d where d.folderId in :folders and d.trashRoot is null order by d.id";

    private static final String RESTORE = "select array_to_string(restore_documents_of_folder(:root), ',')";

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Policy policy;

    @Inject
    DocumentAccess access;

    @Inject
    DocumentViews views;

    @Inject
    DocumentArtifacts artifacts;

    @Inject
    ClassificationQueue queue;

    @Inject
    Folders folders;

    @Inject
    TrashListing listing;

    @Inject
    DocumentRemoval removal;

    @Inject
    DocumentNews news;

    @Inject
    AuditLog audit;

    /** Puts a document into the trash. */
    @Requires(Action.DOCUMENT_WRITE)
    @Destructive("document.delete")
    public void delete(UUID id) {
        Document document = access.lockWithoutShare(id, Action.DOCUMENT_WRITE);
        DocumentView before = views.view(document);
        document.trash(CurrentCaller.require().actorId(), id);
        artifacts.hide(List.of(id));
        audit.record("document.trashed", "document", id, document.workspaceId(), before, null);
        news.publish("document.trashed", document, Map.of());
    }

    /**
     * Restores a document where it was.
     *
     * @throws ProblemException conflict, when it was deleted with a folder, or that is in the trash
     */
    @Requires(Action.DOCUMENT_WRITE)
    public DocumentView restore(UUID id) {
        Document document = access.lockInTrash(id, Action.DOCUMENT_WRITE);
        if (!document.trashRoot().equals(id)) {
            throw ProblemException.conflict(
                    "The document was deleted together with a folder, and can only be restored with it.");
        }
        requireReceiving(document.folderId());
        document.restore();
        entities.flush();
        shown(List.of(id));
        DocumentView after = views.view(document);
        audit.record("document.restored", "document", id, document.workspaceId(), null, after);
        news.publish("document.restored", document, Map.of());
        return after;
    }

    /**
     * Puts a folder with all folders and documents in it into the trash.
     *
     * @throws ProblemException forbidden, when there is something in it that the caller may not change
     */
    @Requires(Action.DOCUMENT_WRITE)
    @Destructive("folder.delete")
    public FolderDeletion deleteFolder(UUID id) {
        Folder folder = folderOutsideTrash(id);
        UUID actor = CurrentCaller.require().actorId();
        List<Folder> gone = folders.lockWithAllBelow(id);
        List<UUID> ids = gone.stream().map(Folder::id).toList();
        List<Document> documents = entities.createQuery(IN_FOLDERS, Document.class)
                .setParameter("folders", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        requirePermitted(documents, folders.documentsIn(ids));
        FolderView before = folder.view();
        gone.forEach(one -> one.trash(actor, id));
        documents.forEach(document -> document.trash(actor, id));
        artifacts.hide(documents.stream().map(Document::id).toList());
        FolderDeletion deletion = new FolderDeletion(gone.size(), documents.size());
        audit.record("folder.trashed", "folder", id, folder.workspaceId(), before, deletion);
        news.publish(
                "folder.trashed", before, Map.of("folders", deletion.folders(), "documents", deletion.documents()));
        return deletion;
    }

    /**
     * Restores what the deletion of a folder has taken, where it was.
     *
     * @throws ProblemException conflict, when it was deleted with a folder around it, that is in the trash, or there is
     *     one with its name by now
     */
    @Requires(Action.DOCUMENT_WRITE)
    public FolderView restoreFolder(UUID id) {
        Folder folder = folder(id);
        if (!folder.isTrashed()) {
            throw ProblemException.conflict("The folder is not in the trash.");
        }
        if (!folder.trashRoot().equals(id)) {
            throw ProblemException.conflict(
                    "The folder was deleted together with one around it, and can only be restored with that.");
        }
        requireReceiving(folder.parentId());
        folders.requireFree(folder.workspaceId(), folder.parentId(), folder.name(), id);
        entities.createQuery("select f from Folder f where f.trashRoot = :root", Folder.class)
                .setParameter("root", id)
                .getResultList()
                .forEach(Folder::restore);
        entities.flush();
        List<UUID> restored = restoreDocuments(id);
        shown(restored);
        FolderView after = folder.view();
        audit.record("folder.restored", "folder", id, folder.workspaceId(), null, after);
        news.publish("folder.restored", after, Map.of("documents", restored.size()));
        return after;
    }

    /** What was deleted in a workspace and can still be restored, the latest first. */
    @Requires(Action.DOCUMENT_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<TrashedView> list(UUID workspaceId, String cursor, Integer limit) {
        policy.requireSomewhere(Action.DOCUMENT_READ, workspaceId);
        return listing.page(workspaceId, cursor, Page.limit(limit));
    }

    /**
     * Removes a document from the trash for good, which frees its place.
     *
     * @throws ProblemException conflict, when it is not in the trash
     */
    @Requires(Action.DOCUMENT_WRITE)
    @Destructive("document.purge")
    public void purge(UUID id) {
        removal.remove(List.of(access.lockInTrash(id, Action.DOCUMENT_WRITE)));
    }

    /** A document that the caller may put into the trash. */
    @Requires(Action.DOCUMENT_WRITE)
    public DocumentView deletable(UUID id) {
        return views.view(access.lockWithoutShare(id, Action.DOCUMENT_WRITE));
    }

    /** A document in the trash that the caller may remove for good; otherwise as {@link #purge}. */
    @Requires(Action.DOCUMENT_WRITE)
    public DocumentView purgeable(UUID id) {
        return views.view(access.lockInTrash(id, Action.DOCUMENT_WRITE));
    }

    /** A folder that the caller may put into the trash; otherwise as {@link #deleteFolder}. */
    @Requires(Action.DOCUMENT_WRITE)
    public FolderContent deletableFolder(UUID id) {
        Folder folder = folderOutsideTrash(id);
        List<UUID> ids = folders.withAllBelow(id);
        List<Document> documents = entities.createQuery(IN_FOLDERS, Document.class)
                .setParameter("folders", ids)
                .getResultList();
        requirePermitted(documents, folders.documentsIn(ids));
        return new FolderContent(folder.view(), documents.size());
    }

    private Folder folderOutsideTrash(UUID id) {
        Folder folder = folder(id);
        if (folder.isTrashed()) {
            throw ProblemException.notFound("folder");
        }
        return folder;
    }

    /** A folder, in the trash or not; nobody else changes folders of its workspace until the end of the transaction. */
    private Folder folder(UUID id) {
        Folder folder = folders.find(id).orElseThrow(() -> ProblemException.notFound("folder"));
        policy.require(Action.DOCUMENT_WRITE, folder.workspaceId(), "folder");
        folders.hold(folder.workspaceId());
        entities.refresh(folder);
        return folder;
    }

    private void requirePermitted(List<Document> documents, long there) {
        Visibility permitted = policy.rights(Action.DOCUMENT_WRITE).permitted();
        boolean all = documents.size() == there
                && documents.stream().allMatch(one -> permitted.allows(one.workspaceId(), one.zoneId()));
        if (!all) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "In it there is something that you lack the permission to delete.");
        }
    }

    private void requireReceiving(UUID folderId) {
        if (folderId != null
                && folders.find(folderId).filter(one -> !one.isTrashed()).isEmpty()) {
            throw ProblemException.conflict("The folder that it was in is in the trash itself.");
        }
    }

    private List<UUID> restoreDocuments(UUID root) {
        String ids = (String)
                entities.createNativeQuery(RESTORE).setParameter("root", root).getSingleResult();
        return ids == null || ids.isEmpty()
                ? List.of()
                : Arrays.stream(ids.split(",")).map(UUID::fromString).toList();
    }

    /** Documents are in the graph again; what was waiting for its turn waits again. */
    private void shown(List<UUID> documents) {
        artifacts.show(documents);
        queue.add(documents);
    }
}
