package io.strata.webhooks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A receiver that wants to hear of events of a project. It is switched off by a person, by the receiver (410), or after
 * too many deliveries in a row that nobody took; switching it on again starts counting anew.
 */
@Entity
@Table(name = "webhook")
class Webhook {

    @Id
    private UUID id;

    @Column(name = "project_id")
    private UUID projectId;

    @Column(name = "workspace_id")
    private UUID workspaceId;

    private String url;

    private String description;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> events;

    private boolean active;

    @Column(name = "sealed_secret")
    private byte[] sealedSecret;

    @Column(name = "consecutive_dead")
    private int consecutiveDead;

    @Column(name = "disabled_reason")
    private String disabledReason;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Webhook() {}

    Webhook(UUID id, UUID projectId, UUID workspaceId, UUID createdBy, byte[] sealedSecret) {
        this.id = id;
        this.projectId = projectId;
        this.workspaceId = workspaceId;
        this.createdBy = createdBy;
        this.sealedSecret = sealedSecret.clone();
        this.description = "";
        this.active = true;
        this.createdAt = Instant.now();
        this.updatedAt = createdAt;
    }

    /** Takes over what is not {@code null}. */
    void change(WebhookChange change) {
        url = change.url() == null ? url : change.url();
        description = change.description() == null ? description : change.description();
        events = change.events() == null ? events : List.copyOf(change.events());
        if (change.active() != null && change.active() != active) {
            active = change.active();
            disabledReason = null;
            consecutiveDead = 0;
        }
        updatedAt = Instant.now();
    }

    /** Switches it off for a reason that is not a person's wish. */
    void disable(String reason) {
        active = false;
        disabledReason = reason;
        updatedAt = Instant.now();
    }

    /**
     * Counts a delivery that nobody took.
     *
     * @return how many there are in a row now
     */
    int countDead() {
        return ++consecutiveDead;
    }

    /** Forgets failures: somebody answered. */
    void countDelivered() {
        consecutiveDead = 0;
    }

    boolean wants(String eventType) {
        return active && events.stream().anyMatch(filter -> new EventFilter(filter).matches(eventType));
    }

    /** Who made it, and on whose behalf it hears of things. */
    UUID createdBy() {
        return createdBy;
    }

    UUID id() {
        return id;
    }

    UUID workspaceId() {
        return workspaceId;
    }

    UUID projectId() {
        return projectId;
    }

    URI url() {
        return URI.create(url);
    }

    boolean active() {
        return active;
    }

    byte[] sealedSecret() {
        return sealedSecret.clone();
    }

    WebhookView view() {
        return view(null);
    }

    WebhookView view(String secret) {
        return new WebhookView(
                id,
                projectId,
                url,
                description,
                List.copyOf(events),
                active,
                disabledReason,
                secret,
                createdBy,
                createdAt,
                updatedAt);
    }
}
