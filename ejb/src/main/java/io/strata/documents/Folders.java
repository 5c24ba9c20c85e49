package io.strata.documents;

import io.strata.common.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The folders of workspaces as rows: finding them and what is around and below them. */
@ApplicationScoped
class Folders {

    private static final String HOLD = "select pg_advisory_xact_lock(hashtextextended('folders of ' || :workspace, 0))";

    private static final String BELOW = """
            with recursive below as (
              select f.id from folder f where f.id = :root
              union all
              select f.id from below b join folder f on f.parent_id = b.id where f.trashed_at is null)
            select id from below
            """;

    private static final String AROUND = """
            with recursive around as (
              select f.id, f.parent_id from folder f where f.id = :folder
              union all
              select f.id, f.parent_id from around a join folder f on f.id = a.parent_id)
            select id from around
            """;

    private static final String BESIDE = """
            select count(*) from folder f
            where f.workspace_id = :workspace and f.parent_id is not distinct from cast(:parent as uuid)
              and lower(f.name) = lower(:name) and f.trashed_at is null and f.id <> :except
            """;

    private static final String DOCUMENTS =
            "select documents_in_folders(cast(string_to_array(:folders, ',') as uuid[]))";

    private static final String PATHS = """
            with recursive paths as (
              select f.id, f.name || '/' as path from folder f
              where f.workspace_id = :workspace and f.parent_id is null and f.trashed_at is null
              union all
              select f.id, p.path || f.name || '/' from paths p join folder f on f.parent_id = p.id
              where f.trashed_at is null)
            select id, path from paths
            """;

    private static final UUID NONE = new UUID(0, 0);

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /** Waits until nobody else changes how the folders of a workspace are nested and called. */
    void hold(UUID workspaceId) {
        entities.createNativeQuery(HOLD)
                .setParameter("workspace", workspaceId.toString())
                .getSingleResult();
    }

    /** A folder, be it in the trash or not; empty when the caller does not see it. */
    Optional<Folder> find(UUID id) {
        return Optional.ofNullable(entities.find(Folder.class, id));
    }

    /** Folders in the order of their ids; one that is gone by now is left out. */
    List<FolderView> inOrder(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, FolderView> found = entities.createQuery("select f from Folder f where f.id in :ids", Folder.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(Folder::id, Folder::view));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /**
     * A folder that something is going to be put into: until the end of the transaction nobody can delete it.
     *
     * @throws ProblemException validation, when the workspace has no such folder
     */
    Folder receiving(UUID id, UUID workspaceId, String field) {
        Folder folder = entities.find(Folder.class, id);
        if (folder != null) {
            entities.refresh(folder, LockModeType.PESSIMISTIC_READ);
        }
        if (folder == null || folder.isTrashed() || !folder.workspaceId().equals(workspaceId)) {
            throw ProblemException.validation(field, "names no folder of this workspace");
        }
        return folder;
    }

    /** A folder and all below it that are not in the trash, locked against whoever wants to put something into them. */
    List<Folder> lockWithAllBelow(UUID root) {
        List<UUID> ids = ids(BELOW, "root", root);
        return entities.createQuery("select f from Folder f where f.id in :ids order by f.id", Folder.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** The ids of a folder and all below it that are not in the trash. */
    List<UUID> withAllBelow(UUID root) {
        return ids(BELOW, "root", root);
    }

    /** Whether a folder is another one or somewhere in it. */
    boolean isWithin(UUID folder, UUID around) {
        return ids(AROUND, "folder", folder).contains(around);
    }

    /**
     * Requires that no other folder beside it is called so.
     *
     * @param except the folder that shall be called so; {@code null} for a new one
     */
    void requireFree(UUID workspaceId, UUID parentId, String name, UUID except) {
        Number taken = (Number) entities.createNativeQuery(BESIDE)
                .setParameter("workspace", workspaceId)
                .setParameter("parent", parentId == null ? null : parentId.toString())
                .setParameter("name", name)
                .setParameter("except", except == null ? NONE : except)
                .getSingleResult();
        if (taken.intValue() > 0) {
            throw ProblemException.conflict("There is already a folder with this name.");
        }
    }

    /** The folders of a workspace as paths, with a slash behind each name. */
    @SuppressWarnings("unchecked")
    Map<UUID, String> paths(UUID workspaceId) {
        List<Tuple> rows = entities.createNativeQuery(PATHS, Tuple.class)
                .setParameter("workspace", workspaceId)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, String.class)));
    }

    /** How many documents are in some folders, also those that the caller does not see. */
    long documentsIn(List<UUID> folders) {
        String joined = String.join(",", folders.stream().map(UUID::toString).toList());
        return ((Number) entities.createNativeQuery(DOCUMENTS)
                        .setParameter("folders", joined)
                        .getSingleResult())
                .longValue();
    }

    private List<UUID> ids(String query, String parameter, UUID id) {
        List<?> found = entities.createNativeQuery(query, UUID.class)
                .setParameter(parameter, id)
                .getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }
}
