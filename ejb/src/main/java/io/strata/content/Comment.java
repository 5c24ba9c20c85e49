package io.strata.content;

import io.strata.common.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What somebody has to say about a node, in markdown. */
@Entity
@Table(name = "comment")
class Comment {

    @Id
    private UUID id;

    @Column(name = "node_id")
    private UUID nodeId;

    @Column(name = "project_id")
    private UUID projectId;

    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Column(name = "parent_id")
    private UUID parentId;

    @Column(name = "author_id")
    private UUID authorId;

    private String text;

    private boolean deleted;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "resolved_at")
    private Instant resolvedAt;

    @Column(name = "resolved_by")
    private UUID resolvedBy;

    protected Comment() {}

    Comment(CommentedNode node, UUID parentId, UUID authorId, String text) {
        this.id = UuidV7.next();
        this.nodeId = node.id();
        this.projectId = node.projectId();
        this.workspaceId = node.workspaceId();
        this.parentId = parentId;
        this.authorId = authorId;
        change(text);
        this.createdAt = updatedAt;
    }

    void change(String newText) {
        this.text = newText;
        this.updatedAt = now();
    }

    /** Settles the thread that begins here; one that is settled stays as it is. */
    void resolve(UUID actorId) {
        if (resolvedAt == null) {
            resolvedAt = now();
            resolvedBy = actorId;
        }
    }

    /** Opens the thread again. */
    void reopen() {
        resolvedAt = null;
        resolvedBy = null;
    }

    boolean isResolved() {
        return resolvedAt != null;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Takes the words away and leaves the place, for the answers that hang on it. */
    void blank() {
        change("");
        this.deleted = true;
    }

    boolean isBlank() {
        return deleted;
    }

    boolean isBy(UUID actorId) {
        return authorId.equals(actorId);
    }

    UUID id() {
        return id;
    }

    UUID nodeId() {
        return nodeId;
    }

    UUID parentId() {
        return parentId;
    }

    CommentState state() {
        return new CommentState(
                id,
                nodeId,
                parentId,
                authorId,
                deleted ? null : text,
                deleted,
                resolvedAt,
                resolvedBy,
                createdAt,
                updatedAt);
    }
}
