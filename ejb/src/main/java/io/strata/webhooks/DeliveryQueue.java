package io.strata.webhooks;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
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

    /** How long a store that is away is given before the next attempt. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final String ATTEMPTS_BEFORE = "strata_attempts_before";

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

    /**
     * Puts a delivery whose attempt did not count in line again, soon, in no transaction.
     *
     * @param attemptsBefore how many attempts did count
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    void soon(UUID deliveryId, int attemptsBefore) {
        try (JMSContext jms = connections.createContext()) {
            jms.createProducer()
                    .setDeliveryDelay(SOON.toMillis())
                    .setProperty(ATTEMPTS_BEFORE, attemptsBefore)
                    .send(queue, deliveryId.toString());
        }
    }

    /** How many attempts were made before those that the broker has counted for this message. */
    static int attemptsBefore(Message message) throws JMSException {
        return message.propertyExists(ATTEMPTS_BEFORE) ? message.getIntProperty(ATTEMPTS_BEFORE) : 0;
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
