package io.strata.views;

import io.strata.access.CurrentCaller;
import io.strata.common.Json;
import io.strata.common.UuidV7;
import io.strata.common.Validation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A list of nodes that somebody keeps. */
@Entity
@Table(name = "saved_view")
class SavedView {

    private static final int MAXIMUM_NAME = 200;

    @Id
    private UUID id;

    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Column(name = "project_id")
    private UUID projectId;

    @Column(name = "owner_id")
    private UUID ownerId;

    private String name;
    private boolean shared;

    @JdbcTypeCode(SqlTypes.JSON)
    private String definition;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected SavedView() {}

    /**
     * A view of the caller's.
     *
     * @param projectId {@code null} for all projects of the workspace
     */
    SavedView(UUID workspaceId, UUID projectId, NewView request) {
        this.id = UuidV7.next();
        this.workspaceId = workspaceId;
        this.projectId = projectId;
        this.ownerId = CurrentCaller.require().actorId();
        this.createdAt = Instant.now();
        set(request.name(), Boolean.TRUE.equals(request.shared()), request.definition());
    }

    void change(ViewChanges changes) {
        set(
                changes.name() == null ? name : changes.name(),
                changes.shared() == null ? shared : changes.shared(),
                changes.definition() == null ? definition() : changes.definition());
    }

    private void set(String newName, boolean newShared, ViewDefinition newDefinition) {
        new Validation()
                .text("name", newName, MAXIMUM_NAME)
                .present("definition", newDefinition)
                .done();
        newDefinition.check();
        this.name = newName.strip();
        this.shared = newShared;
        this.definition = Json.write(newDefinition);
        this.updatedAt = Instant.now();
    }

    boolean isOwn() {
        return ownerId.equals(CurrentCaller.require().actorId());
    }

    UUID id() {
        return id;
    }

    UUID workspaceId() {
        return workspaceId;
    }

    UUID ownerId() {
        return ownerId;
    }

    UUID projectId() {
        return projectId;
    }

    String name() {
        return name;
    }

    boolean isShared() {
        return shared;
    }

    ViewDefinition definition() {
        return Json.read(definition, ViewDefinition.class);
    }

    ViewView view(boolean favourite) {
        return new ViewView(
                id, workspaceId, projectId, ownerId, name, shared, favourite, definition(), createdAt, updatedAt);
    }
}
