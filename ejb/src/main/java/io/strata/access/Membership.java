package io.strata.access;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** That an actor belongs to a workspace, and as what. */
@Entity
@Table(name = "membership")
class Membership {

    @Embeddable
    record Key(
            @Column(name = "workspace_id") UUID workspaceId,
            @Column(name = "actor_id") UUID actorId) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Enumerated(EnumType.STRING)
    private Role role;

    protected Membership() {}

    Membership(UUID workspaceId, UUID actorId, Role role) {
        this.key = new Key(workspaceId, actorId);
        this.role = role;
    }

    UUID workspaceId() {
        return key.workspaceId();
    }

    Role role() {
        return role;
    }

    void become(Role newRole) {
        this.role = newRole;
    }
}
