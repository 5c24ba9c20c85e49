package io.strata.webhooks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    @Column(name = "subtree_id")
    private UUID subtreeId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> labels;

    private boolean active;

    @Column(name = "sealed_secret")
    private byte[] sealedSecret;

    @Column(name = "previous_secret")
    private byte[] previousSecret;

    @Column(name = "previous_secret_until")
    private Instant previousSecretUntil;

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
        this.labels = List.of();
        this.active = true;
        this.createdAt = Instant.now();
        this.updatedAt = createdAt;
    }

    /** Takes over what is not {@code null}. */
    void change(WebhookChange change) {
        url = change.url() == null ? url : change.url();
        description = change.description() == null ? description : change.description();
        events = change.events() == null ? events : List.copyOf(change.events());
        labels = change.labels() == null ? labels : List.copyOf(change.labels());
        if (change.active() != null && change.active() != active) {
            active = change.active();
            disabledReason = null;
            consecutiveDead = 0;
        }
        updatedAt = Instant.now();
    }

    /** Hears of a node and what is below it only; of the whole project when that is {@code null}. */
    void narrowTo(UUID subtree) {
        subtreeId = subtree;
    }

    /** Takes another secret. The present one, and only that, goes on signing beside it for a while. */
    void rotate(byte[] nextSealedSecret, Duration overlap) {
        previousSecret = overlap.isZero() ? null : sealedSecret;
        previousSecretUntil = overlap.isZero() ? null : Instant.now().plus(overlap);
        sealedSecret = nextSealedSecret.clone();
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

    /** The node below which it listens; {@code null} when it listens to the whole project. */
    UUID subtreeId() {
        return subtreeId;
    }

    /** Whether it listens to nodes with certain labels only. */
    boolean wantsLabels() {
        return !labels.isEmpty();
    }

    /** Whether a node with these labels is one of those that it listens to. */
    boolean wantsAnyOf(List<String> labelsOfNode) {
        return labels.isEmpty() || labels.stream().anyMatch(labelsOfNode::contains);
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

    /** The secrets that sign at a moment, the present one first. */
    List<byte[]> sealedSecrets(Instant now) {
        List<byte[]> secrets = new ArrayList<>(List.of(sealedSecret.clone()));
        if (overlaps(now)) {
            secrets.add(previousSecret.clone());
        }
        return secrets;
    }

    private boolean overlaps(Instant now) {
        return previousSecretUntil != null && now.isBefore(previousSecretUntil);
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
                subtreeId,
                List.copyOf(labels),
                active,
                disabledReason,
                secret,
                overlaps(Instant.now()) ? previousSecretUntil : null,
                createdBy,
                createdAt,
                updatedAt);
    }
}
