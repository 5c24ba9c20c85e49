package io.strata.webhooks;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.UUID;

/**
 * A delivery as its reader sees it.
 *
 * @param eventId also the {@code webhook-id} that the receiver sees
 * @param status pending, delivered, failed (will be tried again) or dead
 * @param attempts how often it was tried
 * @param responseCode the HTTP status of the last answer; {@code null} when there was none
 * @param error why the last attempt was in vain
 * @param durationMillis how long the last attempt took, in milliseconds
 * @param payload the body as it is sent
 * @param nextAttemptAt about when it is tried next; {@code null} when it is not
 */
@RequiredFields(allBut = {"responseCode", "error", "durationMillis", "payload", "nextAttemptAt"})
public record DeliveryView(
        UUID id,
        UUID webhookId,
        UUID eventId,
        String eventType,
        String status,
        int attempts,
        Integer responseCode,
        String error,
        Long durationMillis,
        String payload,
        Instant nextAttemptAt,
        Instant createdAt,
        Instant updatedAt) {}
