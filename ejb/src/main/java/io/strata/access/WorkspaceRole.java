package io.strata.access;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Synchronize;

/** What an actor is in a workspace: the most that their {@link Membership} and their groups give. A view; never written. */
@Entity
@Immutable
@Synchronize({"membership", "actor_group", "actor_group_member"})
@Table(name = "workspace_role")
class WorkspaceRole {

    @EmbeddedId
    private Membership.Key key;

    @Enumerated(EnumType.STRING)
    private Role role;

    /** The group that gives the role; {@code null} when the membership does. */
    @Column(name = "group_id")
    private UUID groupId;

    protected WorkspaceRole() {}
}
