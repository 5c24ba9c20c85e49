package io.strata.reconciliation;

import io.strata.recovery.RecoveryService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Waits until no transaction is between its commits. A transaction that writes to several stores is prepared in
 * PostgreSQL before it commits anywhere, and stays listed there until PostgreSQL has committed it as well. So what two
 * stores show after every transaction prepared now has left that list differs because it is wrong, not because it is
 * under way; a crash does not change that, because the list outlives it until recovery has decided.
 */
@ApplicationScoped
class Settlement {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(100);

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    RecoveryService recovery;

    /**
     * Returns when all that were prepared at the moment of the call have ended. Those that nobody is going to end are
     * not waited for: each is a finding itself.
     *
     * @throws IllegalStateException when one of them stays undecided; the job is then continued later
     */
    void await() {
        Instant deadline = Instant.now().plus(PATIENCE);
        Set<String> undecided = prepared();
        if (!undecided.isEmpty()) {
            undecided.removeAll(recovery.abandonedInDatabase());
        }
        while (!undecided.isEmpty() && Instant.now().isBefore(deadline)) {
            pause();
            undecided.retainAll(prepared());
        }
        if (!undecided.isEmpty()) {
            throw new IllegalStateException("transactions stay undecided: " + undecided);
        }
    }

    private Set<String> prepared() {
        List<?> found = entities.createNativeQuery(
                        "select gid from pg_prepared_xacts where database = current_database()", String.class)
                .getResultList();
        Set<String> identifiers = new HashSet<>();
        found.forEach(gid -> identifiers.add((String) gid));
        return identifiers;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for transactions to end", e);
        }
    }
}
