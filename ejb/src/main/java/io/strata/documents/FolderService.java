package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The folders of a workspace: making, renaming, moving, listing. How they are deleted is {@link DocumentTrash}'s. */
@ApplicationScoped
@Transactional
public class FolderService {

    private static final int MOST = 10_000;

    private static final String LIST = """
            select f.id, lower(f.name) from folder f
            where f.workspace_id = :workspace and f.trashed_at is null
              and (cast(:everywhere as boolean) or f.parent_id is not distinct from cast(:parent as uuid))
              and (lower(f.name), f.id) > (cast(:value as text), cast(:last as uuid))
            order by lower(f.name), f.id limit :limit
            """;

    private static final SortCursor START = new SortCursor("", new UUID(0, 0));

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Policy policy;

    @Inject
    Folders folders;

    @Inject
    DocumentNews news;

    @Inject
    AuditLog audit;

    /**
     * Makes a folder.
     *
     * @throws ProblemException conflict, when there is one with this name beside it
     */
    @Requires(Action.DOCUMENT_WRITE)
    public FolderView create(UUID workspaceId, FolderRequest request) {
        policy.require(Action.DOCUMENT_WRITE, workspaceId);
        String name = FolderRequest.cleanName(request.name());
        folders.hold(workspaceId);
        if (request.parentId() != null) {
            folders.receiving(request.parentId(), workspaceId, "parent_id");
        }
        folders.requireFree(workspaceId, request.parentId(), name, null);
        requireRoom(workspaceId);
        Folder folder = new Folder(
                workspaceId, request.parentId(), name, CurrentCaller.require().actorId());
        entities.persist(folder);
        return record("folder.created", folder, null);
    }

    /** A folder. */
    @Requires(Action.DOCUMENT_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public FolderView get(UUID id) {
        return visible(id, Action.DOCUMENT_READ).view();
    }

    /**
     * Gives a folder another name.
     *
     * @throws ProblemException conflict, when there is one with this name beside it
     */
    @Requires(Action.DOCUMENT_WRITE)
    public FolderView rename(UUID id, String newName) {
        Folder folder = held(id);
        String name = FolderRequest.cleanName(newName);
        folders.requireFree(folder.workspaceId(), folder.parentId(), name, id);
        FolderView before = folder.view();
        folder.rename(name);
        return record("folder.changed", folder, before);
    }

    /**
     * Puts a folder with all that is in it into another.
     *
     * @param parentId {@code null} for the top of the workspace
     * @throws ProblemException conflict, when that is the folder itself or in it, or has one with this name
     */
    @Requires(Action.DOCUMENT_WRITE)
    public FolderView move(UUID id, UUID parentId) {
        Folder folder = held(id);
        if (parentId != null) {
            folders.receiving(parentId, folder.workspaceId(), "parent_id");
            if (folders.isWithin(parentId, id)) {
                throw ProblemException.conflict("A folder cannot be moved into itself.");
            }
        }
        folders.requireFree(folder.workspaceId(), parentId, folder.name(), id);
        FolderView before = folder.view();
        folder.move(parentId);
        return record("folder.moved", folder, before);
    }

    /**
     * Folders of a workspace by name.
     *
     * @param choice only those directly in a place; {@code null} for all
     */
    @Requires(Action.DOCUMENT_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    @SuppressWarnings("unchecked")
    public Page<FolderView> list(UUID workspaceId, FolderChoice choice, String cursor, Integer requestedLimit) {
        policy.requireSomewhere(Action.DOCUMENT_READ, workspaceId);
        int limit = Page.limit(requestedLimit);
        SortCursor last = cursor == null ? START : SortCursor.read(cursor);
        Query query = entities.createNativeQuery(LIST, Tuple.class)
                .setParameter("workspace", workspaceId)
                .setParameter("everywhere", choice == null)
                .setParameter(
                        "parent",
                        choice == null || choice.folderId() == null
                                ? null
                                : choice.folderId().toString())
                .setParameter("value", last.value())
                .setParameter("last", last.id().toString())
                .setParameter("limit", limit + 1);
        Page<Tuple> page = Page.of(
                (List<Tuple>) query.getResultList(),
                limit,
                row -> new SortCursor(row.get(1, String.class), row.get(0, UUID.class)).text());
        List<UUID> ids =
                page.items().stream().map(row -> row.get(0, UUID.class)).toList();
        return new Page<>(folders.inOrder(ids), page.nextCursor());
    }

    /** A folder that nobody else changes until the end of the transaction. */
    private Folder held(UUID id) {
        Folder folder = visible(id, Action.DOCUMENT_WRITE);
        folders.hold(folder.workspaceId());
        entities.refresh(folder);
        return existing(folder);
    }

    private Folder visible(UUID id, Action action) {
        Folder folder = existing(folders.find(id).orElse(null));
        policy.require(action, folder.workspaceId(), "folder");
        return folder;
    }

    private static Folder existing(Folder folder) {
        if (folder == null || folder.isTrashed()) {
            throw ProblemException.notFound("folder");
        }
        return folder;
    }

    private void requireRoom(UUID workspaceId) {
        Number count =
                (Number) entities.createNativeQuery("select count(*) from folder where workspace_id = :workspace")
                        .setParameter("workspace", workspaceId)
                        .getSingleResult();
        if (count.intValue() >= MOST) {
            throw ProblemException.conflict("A workspace has at most " + MOST + " folders.");
        }
    }

    private FolderView record(String what, Folder folder, FolderView before) {
        entities.flush();
        FolderView after = folder.view();
        audit.record(what, "folder", after.id(), after.workspaceId(), before, after);
        news.publish(what, after, Map.of());
        return after;
    }
}
