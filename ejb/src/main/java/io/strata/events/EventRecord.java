package io.strata.events;

import io.strata.common.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An event as it is kept for those who follow. The database gives it its place; it is read as a row, together with that. */
@Entity
@Immutable
@Table(name = "event")
class EventRecord {

    @Id
    private UUID id;

    private String type;

    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Column(name = "project_id")
    private UUID projectId;

    @Column(name = "subject_id")
    private UUID subjectId;

    @Column(name = "actor_id")
    private UUID actorId;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    private String data;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> mentioned;

    @Column(name = "about_node")
    private boolean aboutNode;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> recipients;

    private String required;

    protected EventRecord() {}

    EventRecord(DomainEvent event) {
        this.id = event.id();
        this.type = event.type();
        this.workspaceId = event.workspaceId();
        this.projectId = event.projectId();
        this.subjectId = event.subjectId();
        this.actorId = event.actorId();
        this.occurredAt = event.occurredAt();
        this.data = Json.write(event.data());
        this.mentioned = List.copyOf(event.mentioned());
        this.aboutNode = EventAudience.aboutNode(event);
        this.recipients = List.copyOf(event.recipients());
        this.required = EventAudience.required(event).name();
    }
}
