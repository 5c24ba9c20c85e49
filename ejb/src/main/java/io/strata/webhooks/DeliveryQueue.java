package io.strata.webhooks;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Puts deliveries in line: their rows and one message each, in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class DeliveryQueue {

    private static final String INSERT = """
            insert into webhook_delivery
                (id, webhook_id, event_id, event_type, payload, status, next_attempt_at, created_at, updated_at)
            values (:id, :webhook, :event, :type, :payload, 'PENDING', now(), now(), now())
            on conflict (webhook_id, event_id) do nothing
            """;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Resource(lookup = "java:/JmsXA")
    ConnectionFactory connections;

    @Resource(lookup = "java:/jms/queue/WebhookDelivery")
    Queue queue;

    /** Adds deliveries, except those whose event the webhook has been told already. */
    void add(List<Delivery> deliveries) {
        send(deliveries.stream().filter(this::insert).map(Delivery::id).toList());
    }

    /** Puts a known delivery in line again. */
    void again(Delivery delivery) {
        delivery.queue();
        send(List.of(delivery.id()));
    }

    private boolean insert(Delivery delivery) {
        DeliveryView row = delivery.view();
        return entities.createNativeQuery(INSERT)
                        .setParameter("id", row.id())
                        .setParameter("webhook", row.webhookId())
                        .setParameter("event", row.eventId())
                        .setParameter("type", row.eventType())
                        .setParameter("payload", row.payload())
                        .executeUpdate()
                == 1;
    }

    private void send(List<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        try (JMSContext jms = connections.createContext()) {
            ids.forEach(id -> jms.createProducer().send(queue, id.toString()));
        }
    }
}
