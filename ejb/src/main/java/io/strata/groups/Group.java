package io.strata.groups;

import io.strata.access.Role;
import io.strata.common.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A group of a workspace. */
@Entity(name = "ActorGroup")
@Table(name = "actor_group")
class Group {

    @Id
    private UUID id;

    @Column(name = "workspace_id")
    private UUID workspaceId;

    private String name;
    private String description;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Group() {}

    Group(UUID workspaceId, NewGroup wanted) {
        this.id = UuidV7.next();
        this.workspaceId = workspaceId;
        this.name = wanted.name().strip();
        this.description =
                wanted.description() == null ? "" : wanted.description().strip();
        this.role = wanted.role();
        this.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS); // as exact as the database keeps it
        this.updatedAt = createdAt;
    }

    /** Takes over what is not {@code null}, and gives no role any more if that shall be cleared. */
    void change(GroupChange change) {
        name = change.name() == null ? name : change.name().strip();
        description = change.description() == null
                ? description
                : change.description().strip();
        role = change.clearsRole() ? null : change.role() == null ? role : change.role();
        updatedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    GroupView view(long members) {
        return new GroupView(id, workspaceId, name, description, role, members, createdAt, updatedAt);
    }

    UUID id() {
        return id;
    }

    UUID workspaceId() {
        return workspaceId;
    }

    Role role() {
        return role;
    }
}
