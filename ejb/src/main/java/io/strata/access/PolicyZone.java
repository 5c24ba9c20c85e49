package io.strata.access;

import io.strata.common.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * A part of the tree for which rules are made. Zones are nested as the nodes are at which they begin; a zone that is
 * left without rules does no harm and stays.
 */
@Entity
@Table(name = "policy_zone")
public class PolicyZone {

    @Id
    private UUID id;

    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Column(name = "project_id")
    private UUID projectId;

    @Column(name = "node_id")
    private UUID nodeId;

    @Enumerated(EnumType.STRING)
    private ZoneReach reach;

    @Column(name = "parent_id")
    private UUID parentId;

    protected PolicyZone() {}

    /** A zone that begins at a node, within the next subtree around it if there is one. */
    public PolicyZone(UUID workspaceId, UUID projectId, UUID nodeId, ZoneReach reach, UUID parentId) {
        this.id = UuidV7.next();
        this.workspaceId = workspaceId;
        this.projectId = projectId;
        this.nodeId = nodeId;
        this.reach = reach;
        this.parentId = parentId;
    }

    public UUID id() {
        return id;
    }

    public UUID nodeId() {
        return nodeId;
    }

    public ZoneReach reach() {
        return reach;
    }

    /** The next subtree around this zone; {@code null} when there is none. */
    public UUID parentId() {
        return parentId;
    }

    /** Puts the zone into another, because its node has moved or the other has come between. */
    public void nest(UUID around) {
        this.parentId = around;
    }
}
