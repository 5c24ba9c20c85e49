package io.strata.workspaces;

import io.strata.access.Role;
import io.strata.common.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The outermost boundary of rights: everything belongs to one workspace, and members of others see none of it. */
@Entity
@Table(name = "workspace")
public class Workspace {

    @Id
    private UUID id;

    private String name;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Workspace() {}

    Workspace(String name) {
        this.id = UuidV7.next();
        this.createdAt = Instant.now();
        rename(name);
    }

    void rename(String newName) {
        this.name = newName.strip();
        this.updatedAt = Instant.now();
    }

    UUID id() {
        return id;
    }

    WorkspaceView view(Role role) {
        return new WorkspaceView(id, name, role, createdAt, updatedAt);
    }
}
