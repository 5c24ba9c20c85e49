package io.strata.content;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The description of a node, in markdown. */
@Entity
@Table(name = "node_content")
class NodeContent {

    @Id
    @Column(name = "node_id")
    private UUID nodeId;

    @Column(name = "project_id")
    private UUID projectId;

    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Column(name = "zone_id")
    private UUID zoneId;

    private String description;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected NodeContent() {}

    NodeContent(UUID nodeId, UUID projectId, UUID workspaceId, UUID zoneId, String description) {
        this.nodeId = nodeId;
        this.projectId = projectId;
        this.workspaceId = workspaceId;
        this.zoneId = zoneId;
        this.createdAt = Instant.now();
        describe(description);
    }

    void describe(String newDescription) {
        this.description = newDescription == null ? "" : newDescription;
        this.updatedAt = Instant.now();
    }

    UUID nodeId() {
        return nodeId;
    }

    String description() {
        return description;
    }
}
