package io.strata.documents;

import io.strata.common.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A folder of a workspace's documents. Its name is unique among those beside it that are not in the trash. */
@Entity
@Table(name = "folder")
class Folder {

    @Id
    private UUID id;

    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Column(name = "parent_id")
    private UUID parentId;

    private String name;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "trashed_at")
    private Instant trashedAt;

    @Column(name = "trashed_by")
    private UUID trashedBy;

    @Column(name = "trash_root")
    private UUID trashRoot;

    protected Folder() {}

    Folder(UUID workspaceId, UUID parentId, String name, UUID createdBy) {
        this.id = UuidV7.next();
        this.workspaceId = workspaceId;
        this.parentId = parentId;
        this.createdBy = createdBy;
        this.createdAt = Instant.now();
        rename(name);
    }

    final void rename(String newName) {
        name = newName;
        updatedAt = Instant.now();
    }

    /** Puts it into another folder; {@code null} for the top of the workspace. */
    void move(UUID newParent) {
        parentId = newParent;
        updatedAt = Instant.now();
    }

    /**
     * Puts it into the trash.
     *
     * @param root the folder that was deleted: this one, or one around it
     */
    void trash(UUID by, UUID root) {
        trashedAt = Instant.now();
        trashedBy = by;
        trashRoot = root;
    }

    void restore() {
        trashedAt = null;
        trashedBy = null;
        trashRoot = null;
    }

    boolean isTrashed() {
        return trashRoot != null;
    }

    UUID id() {
        return id;
    }

    UUID workspaceId() {
        return workspaceId;
    }

    /** {@code null} at the top of the workspace. */
    UUID parentId() {
        return parentId;
    }

    String name() {
        return name;
    }

    /** The folder whose deletion took it into the trash; {@code null} outside of it. */
    UUID trashRoot() {
        return trashRoot;
    }

    FolderView view() {
        return new FolderView(id, workspaceId, parentId, name, createdBy, createdAt, updatedAt);
    }
}
