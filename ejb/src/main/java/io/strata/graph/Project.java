package io.strata.graph;

import io.strata.common.Json;
import io.strata.common.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A tree of components and issues with a key that their short ids carry. */
@Entity
@Table(name = "project")
class Project {

    @Id
    private UUID id;

    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Column(name = "root_id")
    private UUID rootId;

    @Column(name = "key")
    private String key;

    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    private String workflow;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Project() {}

    Project(UUID workspaceId, String key, String name) {
        this.id = UuidV7.next();
        this.rootId = UuidV7.next();
        this.workspaceId = workspaceId;
        this.key = key;
        this.createdAt = Instant.now();
        follow(Workflow.DEFAULT);
        rename(name);
    }

    void rename(String newName) {
        this.name = newName.strip();
        this.updatedAt = Instant.now();
    }

    void follow(Workflow newWorkflow) {
        this.workflow = Json.write(newWorkflow);
        this.updatedAt = Instant.now();
    }

    UUID id() {
        return id;
    }

    UUID workspaceId() {
        return workspaceId;
    }

    UUID rootId() {
        return rootId;
    }

    String key() {
        return key;
    }

    Workflow workflow() {
        return Json.read(workflow, Workflow.class);
    }

    ProjectView view() {
        return new ProjectView(id, workspaceId, key, name, rootId, workflow().names(), createdAt, updatedAt);
    }
}
