package io.strata.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Which webhooks want to hear of what. */
@ApplicationScoped
class Subscriptions {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /**
     * The active webhooks of a project that want an event. Asked outside the transaction that takes the event from its
     * queue: most events interest nobody, and the database then need not be prepared for nothing.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public List<UUID> to(String eventType, UUID projectId) {
        return entities.createQuery(
                        "select w from Webhook w where w.projectId = :project and w.active = true order by w.id",
                        Webhook.class)
                .setParameter("project", projectId)
                .getResultStream()
                .filter(webhook -> webhook.wants(eventType))
                .map(Webhook::id)
                .toList();
    }
}
