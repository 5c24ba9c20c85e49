package io.strata.events;

import io.strata.access.Open;
import io.strata.common.Json;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/**
 * Publishes events. All events of a transaction leave as one message of that transaction, sent just before it
 * completes: a receiver sees them together, in order, and only if the transaction committed. Each is kept for those who
 * follow, too.
 */
@ApplicationScoped
public class Events {

    private static final Object PENDING = new Object();

    @Resource(lookup = "java:/JmsXA")
    ConnectionFactory connections;

    @Resource(lookup = "java:/jms/queue/Events")
    Queue queue;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    /** Adds an event to the transaction. */
    @Open("part of a change whose service has been asked for permission")
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(DomainEvent event) {
        pending().add(event);
        entities.persist(new EventRecord(event));
    }

    @SuppressWarnings("unchecked")
    private List<DomainEvent> pending() {
        List<DomainEvent> pending = (List<DomainEvent>) transaction.getResource(PENDING);
        if (pending == null) {
            pending = new ArrayList<>();
            transaction.putResource(PENDING, pending);
            transaction.registerInterposedSynchronization(new SendBeforeCompletion(pending));
        }
        return pending;
    }

    private final class SendBeforeCompletion implements Synchronization {

        private final List<DomainEvent> pending;

        private SendBeforeCompletion(List<DomainEvent> pending) {
            this.pending = pending;
        }

        @Override
        public void beforeCompletion() {
            try (JMSContext jms = connections.createContext()) {
                jms.createProducer().send(queue, Json.write(pending));
            }
        }

        @Override
        public void afterCompletion(int status) {
            // nothing to release: the message is part of the transaction
        }
    }
}
