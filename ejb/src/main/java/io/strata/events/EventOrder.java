package io.strata.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.OptionalInt;

/** The order of events, as the database keeps it. Asks for no permission. */
@ApplicationScoped
class EventOrder {

    private static final int AT_ONCE = 1000;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /**
     * Gives places to some of the events that wait.
     *
     * @return how many; empty when another server is at it
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    OptionalInt sequence() {
        Object given = entities.createNativeQuery("select sequence_events(:most)")
                .setParameter("most", AT_ONCE)
                .getSingleResult();
        return given == null ? OptionalInt.empty() : OptionalInt.of(((Number) given).intValue());
    }

    /** Lets go of events that are older than so many hours. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void prune(int hours) {
        entities.createNativeQuery("select prune_events(:hours)")
                .setParameter("hours", hours)
                .getSingleResult();
    }
}
