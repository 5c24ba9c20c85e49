package io.strata.webhooks;

import io.strata.audit.AuditLog;
import io.strata.events.DomainEvent;
import io.strata.events.Events;
import io.strata.secrets.SecretSeal;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import io.strata.transaction.AwaitedRows;
import io.strata.transaction.EarlyMessageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Notes what becomes of deliveries; each method is a short transaction of its own around the call that has none. */
@ApplicationScoped
@Transactional
class DeliveryLedger {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    AwaitedRows rows;

    @Inject
    SecretSeal seal;

    @Inject
    AuditLog audit;

    @Inject
    Events events;

    /**
     * What an attempt needs.
     *
     * @param messageId the {@code webhook-id}: the event, the same for every attempt and redelivery
     * @param secrets sign all of them: the present one, and for a while the one before
     */
    record Attempt(URI destination, String messageId, List<WebhookSecret> secrets, byte[] body) {

        /** The headers of an attempt at a moment. */
        Map<String, String> headers(Instant now) {
            return Map.of(
                    "content-type",
                    "application/json",
                    "webhook-id",
                    messageId,
                    "webhook-timestamp",
                    Long.toString(now.getEpochSecond()),
                    "webhook-signature",
                    secrets.stream()
                            .map(secret -> secret.sign(messageId, now, body))
                            .collect(Collectors.joining(" ")));
        }
    }

    /**
     * What to send; empty when there is nothing to do any more.
     *
     * @throws EarlyMessageException when the delivery is not there yet
     */
    Optional<Attempt> begin(UUID deliveryId) {
        Delivery delivery =
                rows.find(() -> entities.find(Delivery.class, deliveryId)).orElse(null);
        if (delivery == null || delivery.status().isFinal()) {
            return Optional.empty();
        }
        Webhook webhook = entities.find(Webhook.class, delivery.webhookId());
        if (!webhook.active()) {
            delivery.dead("The webhook is switched off.");
            return Optional.empty();
        }
        List<WebhookSecret> secrets = webhook.sealedSecrets(Instant.now()).stream()
                .map(secret -> new WebhookSecret(seal.unseal(webhook.id(), secret)))
                .toList();
        return Optional.of(new Attempt(webhook.url(), delivery.eventId().toString(), secrets, delivery.body()));
    }

    void delivered(UUID deliveryId, int code, Duration duration) {
        find(deliveryId).ifPresent(delivery -> {
            delivery.delivered(code, duration);
            lockWebhook(delivery).countDelivered();
        });
    }

    void failed(UUID deliveryId, Integer code, String cause, Duration duration, Instant next) {
        find(deliveryId).ifPresent(delivery -> delivery.failed(code, cause, duration, next));
    }

    /** Gives a delivery up, and switches the webhook off when too many in a row were given up. */
    void dead(UUID deliveryId) {
        find(deliveryId).filter(delivery -> !delivery.status().isFinal()).ifPresent(delivery -> {
            delivery.dead(null);
            Webhook webhook = lockWebhook(delivery);
            int limit = Math.toIntExact(Settings.number(Setting.WEBHOOK_DISABLE_AFTER));
            if (webhook.countDead() >= limit && webhook.active()) {
                disable(webhook, limit + " deliveries in a row were given up.");
            }
        });
    }

    /** Gives a delivery up because the receiver said that it is gone for good (410). */
    void gone(UUID deliveryId, int code, Duration duration) {
        find(deliveryId).ifPresent(delivery -> {
            delivery.failed(code, "The receiver is gone.", duration, null);
            delivery.dead(null);
            disable(lockWebhook(delivery), "The receiver answered " + code + ": it is gone.");
        });
    }

    private void disable(Webhook webhook, String reason) {
        WebhookView before = webhook.view();
        webhook.disable(reason);
        audit.record("webhook.disabled", "webhook", webhook.id(), webhook.workspaceId(), before, webhook.view());
        events.publish(DomainEvent.now(
                "webhook.disabled",
                webhook.workspaceId(),
                webhook.projectId(),
                webhook.id(),
                Map.of(
                        "reason",
                        reason,
                        "recipients",
                        List.of(webhook.createdBy().toString()))));
    }

    private Optional<Delivery> find(UUID deliveryId) {
        return Optional.ofNullable(entities.find(Delivery.class, deliveryId, LockModeType.PESSIMISTIC_WRITE));
    }

    private Webhook lockWebhook(Delivery delivery) {
        return entities.find(Webhook.class, delivery.webhookId(), LockModeType.PESSIMISTIC_WRITE);
    }
}
