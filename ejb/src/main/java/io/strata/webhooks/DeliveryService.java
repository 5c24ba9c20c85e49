package io.strata.webhooks;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import io.strata.events.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What became of the deliveries of a webhook, and sending by hand. */
@ApplicationScoped
@Transactional
public class DeliveryService {

    /** The type of the event that {@link #test} sends. */
    public static final String TEST_EVENT = "webhook.test";

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    WebhookService webhooks;

    @Inject
    DeliveryQueue queue;

    @Inject
    AuditLog audit;

    /** The deliveries of a webhook, newest first. */
    @Requires(Action.WEBHOOK_MANAGE)
    public Page<DeliveryView> ofWebhook(UUID webhookId, String cursor, Integer requestedLimit) {
        webhooks.require(webhookId);
        int limit = Page.limit(requestedLimit);
        UUID before = cursor == null ? new UUID(-1, -1) : Validation.identifier(cursor, "cursor");
        List<DeliveryView> found = entities.createQuery(
                        "select d from Delivery d where d.webhookId = :webhook and d.id < :before order by d.id desc",
                        Delivery.class)
                .setParameter("webhook", webhookId)
                .setParameter("before", before)
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(Delivery::view)
                .toList();
        return Page.of(found, limit, view -> view.id().toString());
    }

    /**
     * Sends a delivery again, with the same id and body, whatever became of it.
     *
     * @throws ProblemException conflict, while the webhook is switched off
     */
    @Requires(Action.WEBHOOK_MANAGE)
    public DeliveryView redeliver(UUID deliveryId) {
        Delivery delivery = entities.find(Delivery.class, deliveryId);
        if (delivery == null) {
            throw ProblemException.notFound("delivery");
        }
        Webhook webhook = requireActive(delivery.webhookId());
        DeliveryView before = delivery.view();
        queue.again(delivery);
        audit.record("webhook.redelivered", "webhook", webhook.id(), webhook.workspaceId(), before, delivery.view());
        return delivery.view();
    }

    /**
     * Sends an event that means nothing, whatever the filters say, so that a person can try the receiver.
     *
     * @throws ProblemException conflict, while the webhook is switched off
     */
    @Requires(Action.WEBHOOK_MANAGE)
    public DeliveryView test(UUID webhookId) {
        Webhook webhook = requireActive(webhookId);
        DomainEvent event = DomainEvent.now(
                TEST_EVENT, webhook.workspaceId(), webhook.projectId(), webhookId, Map.of("message", "It works."));
        Delivery delivery = new Delivery(webhookId, event.id(), event.type(), FanOut.payload(event));
        queue.add(List.of(delivery));
        audit.record("webhook.tested", "webhook", webhookId, webhook.workspaceId(), null, delivery.view());
        return delivery.view();
    }

    private Webhook requireActive(UUID webhookId) {
        Webhook webhook = webhooks.require(webhookId);
        if (!webhook.active()) {
            throw ProblemException.conflict("The webhook is switched off; switch it on first.");
        }
        return webhook;
    }
}
