package io.strata.graph;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.neo4j.ogm.annotation.Id;
import org.neo4j.ogm.annotation.NodeEntity;
import org.neo4j.ogm.annotation.Property;

/** A node of the decomposition tree with its light properties, as the graph keeps it. */
@NodeEntity("Node")
abstract class Node {

    @Id
    private String id;

    @Property("project_id")
    private String projectId;

    @Property("workspace_id")
    private String workspaceId;

    @Property("short_id")
    private String shortId;

    private String title;
    private List<String> labels;

    @Property("assignee_id")
    private String assigneeId;

    @Property("created_by")
    private String createdBy;

    @Property("created_at")
    private String createdAt;

    @Property("updated_at")
    private String updatedAt;

    protected Node() {}

    Node(UUID id, Project project, String shortId, CreateNode request, UUID createdBy) {
        this.id = id.toString();
        this.projectId = project.id().toString();
        this.workspaceId = project.workspaceId().toString();
        this.shortId = shortId;
        this.title = request.title().strip();
        this.labels = request.labels() == null ? List.of() : request.labels();
        this.assigneeId =
                request.assigneeId() == null ? null : request.assigneeId().toString();
        this.createdBy = createdBy.toString();
        this.createdAt = Instant.now().toString();
        this.updatedAt = createdAt;
    }

    /** The status, for nodes that have one. */
    abstract String status();

    abstract NodeKind kind();

    /** {@code null}, as what follows, for nodes that are no work. */
    abstract Priority priority();

    abstract Double estimate();

    abstract LocalDate dueDate();

    abstract UUID cycleId();

    NodeView view() {
        return new NodeView(
                UUID.fromString(id),
                kind(),
                shortId,
                UUID.fromString(projectId),
                UUID.fromString(workspaceId),
                title,
                status(),
                labels,
                assigneeId == null ? null : UUID.fromString(assigneeId),
                priority(),
                estimate(),
                dueDate(),
                cycleId(),
                UUID.fromString(createdBy),
                Instant.parse(createdAt),
                Instant.parse(updatedAt));
    }
}
