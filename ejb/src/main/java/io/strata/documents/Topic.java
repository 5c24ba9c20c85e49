package io.strata.documents;

import io.strata.common.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A subject that documents of a workspace can have. The classifier knows it by its name and description alone. */
@Entity
@Table(name = "topic")
class Topic {

    private static final String DEFAULT_COLOUR = "#64748b";

    @Id
    private UUID id;

    @Column(name = "workspace_id")
    private UUID workspaceId;

    private String name;
    private String description;
    private String colour;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Topic() {}

    Topic(UUID workspaceId, TopicRequest request) {
        this.id = UuidV7.next();
        this.workspaceId = workspaceId;
        this.createdAt = Instant.now();
        this.colour = DEFAULT_COLOUR;
        this.description = "";
        change(request);
    }

    /** Takes over what is not {@code null}. */
    final void change(TopicRequest request) {
        name = request.name() == null ? name : request.name().strip();
        description = request.description() == null
                ? description
                : request.description().strip();
        colour = request.colour() == null ? colour : request.colour().toLowerCase(Locale.ROOT);
        updatedAt = Instant.now();
    }

    UUID workspaceId() {
        return workspaceId;
    }

    TopicView view() {
        return new TopicView(id, workspaceId, name, description, colour, createdAt, updatedAt);
    }
}
