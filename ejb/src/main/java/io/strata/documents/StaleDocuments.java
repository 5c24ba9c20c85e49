package io.strata.documents;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.logging.Logger;

/**
 * Sees to it that no document waits for ever: one that is not finished and has not moved for a while is put in line
 * again. This finds documents whose message ended in the dead-letter queue while a store was away for long; a message too
 * many does no harm.
 */
@Singleton
@DependsOn("Startup") // the tables it reads are made there
public class StaleDocuments {

    private static final Logger LOG = Logger.getLogger(StaleDocuments.class.getName());

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int AT_ONCE = 500;

    private static final String STALE = """
            update document set updated_at = now()
            where id in (
              select id from document
              where status in ('PENDING', 'EXTRACTING', 'CLASSIFYING') and updated_at < :before and trashed_at is null
                and (claimed_until is null or claimed_until < now())
              order by updated_at limit :limit for update skip locked)
            returning id
            """;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    ClassificationQueue queue;

    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    void putInLineAgain() {
        CurrentCaller.runAs(Caller.system(), this::findAndQueue);
    }

    private void findAndQueue() {
        Instant now = Instant.now();
        @SuppressWarnings("unchecked")
        List<UUID> stale = entities.createNativeQuery(STALE, UUID.class)
                .setParameter("before", now.minus(PATIENCE))
                .setParameter("limit", AT_ONCE)
                .getResultList();
        if (!stale.isEmpty()) {
            LOG.info(() -> stale.size() + " documents are put in line again");
            queue.add(stale);
        }
    }
}
