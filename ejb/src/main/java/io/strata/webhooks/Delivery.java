package io.strata.webhooks;

import io.strata.common.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** One event on its way to one webhook. */
@Entity
@Table(name = "webhook_delivery")
class Delivery {

    private static final int MAXIMUM_ERROR = 2000;

    @Id
    private UUID id;

    @Column(name = "webhook_id")
    private UUID webhookId;

    @Column(name = "event_id")
    private UUID eventId;

    @Column(name = "event_type")
    private String eventType;

    private String payload;

    @Enumerated(EnumType.STRING)
    private DeliveryStatus status;

    private int attempts;

    @Column(name = "response_code")
    private Integer responseCode;

    private String error;

    @Column(name = "duration_millis")
    private Long durationMillis;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Delivery() {}

    Delivery(UUID webhookId, UUID eventId, String eventType, String payload) {
        this.id = UuidV7.next();
        this.webhookId = webhookId;
        this.eventId = eventId;
        this.eventType = eventType;
        this.payload = payload;
        this.createdAt = Instant.now();
        queue();
    }

    /** Puts it (back) in line. */
    final void queue() {
        become(DeliveryStatus.PENDING, updatedAt == null ? createdAt : Instant.now());
    }

    void delivered(int code, Duration duration) {
        tried(code, null, duration);
        become(DeliveryStatus.DELIVERED, null);
    }

    /** Notes an attempt in vain. */
    void failed(Integer code, String cause, Duration duration, Instant next) {
        tried(code, cause, duration);
        become(DeliveryStatus.FAILED, next);
    }

    /** Gives up; keeps the cause of the last attempt when there is no other to tell. */
    void dead(String cause) {
        error = cause == null ? error : shorten(cause);
        become(DeliveryStatus.DEAD, null);
    }

    private void tried(Integer code, String cause, Duration duration) {
        attempts++;
        responseCode = code;
        error = cause == null ? null : shorten(cause);
        durationMillis = duration.toMillis();
    }

    private void become(DeliveryStatus next, Instant due) {
        status = next;
        nextAttemptAt = due;
        updatedAt = Instant.now();
    }

    private static String shorten(String text) {
        // PostgreSQL keeps no NUL, and what a receiver answers may hold anything
        String clean = text.replace("\0", "");
        return clean.length() <= MAXIMUM_ERROR ? clean : clean.substring(0, MAXIMUM_ERROR);
    }

    UUID id() {
        return id;
    }

    UUID webhookId() {
        return webhookId;
    }

    UUID eventId() {
        return eventId;
    }

    DeliveryStatus status() {
        return status;
    }

    byte[] body() {
        return payload.getBytes(StandardCharsets.UTF_8);
    }

    DeliveryView view() {
        return new DeliveryView(
                id,
                webhookId,
                eventId,
                eventType,
                status.name().toLowerCase(Locale.ROOT),
                attempts,
                responseCode,
                error,
                durationMillis,
                payload,
                nextAttemptAt,
                createdAt,
                updatedAt);
    }
}
