package io.strata.policies;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Role;
import io.strata.common.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A rule; it is made and removed, but never changed. */
@Entity
@Table(name = "policy_rule")
class PolicyRule {

    @Id
    private UUID id;

    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Column(name = "zone_id")
    private UUID zoneId;

    @Column(name = "actor_id")
    private UUID actorId;

    @Column(name = "group_id")
    private UUID groupId;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Enumerated(EnumType.STRING)
    private Action action;

    @Enumerated(EnumType.STRING)
    private Effect effect;

    private String reason;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    protected PolicyRule() {}

    PolicyRule(UUID workspaceId, UUID zoneId, UUID actorId, CreateRule request) {
        this.id = UuidV7.next();
        this.workspaceId = workspaceId;
        this.zoneId = zoneId;
        this.actorId = actorId;
        this.groupId = request.groupId();
        this.role = request.role();
        this.action = request.action();
        this.effect = request.effect();
        this.reason = request.reason() == null ? "" : request.reason().strip();
        this.createdBy = CurrentCaller.require().actorId();
        this.createdAt = Instant.now();
    }

    UUID id() {
        return id;
    }

    UUID workspaceId() {
        return workspaceId;
    }
}
