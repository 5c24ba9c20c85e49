package io.strata.graph;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Empties the trash of nodes that nobody has restored in time, each deletion in a transaction of its own. */
@Singleton
@DependsOn("Startup") // the tables it reads are made there
public class ExpiredNodes {

    private static final Logger LOG = Logger.getLogger(ExpiredNodes.class.getName());
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 100;

    @Inject
    NodeRemoval removal;

    @Schedule(hour = "*", minute = "*", second = "35", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void empty() {
        CurrentCaller.runAs(Caller.system(), this::removeAll);
    }

    private void removeAll() {
        Instant before = Instant.now().minus(KEPT);
        try {
            List<NodeRemoval.Expired> expired = removal.expired(before, AT_ONCE);
            expired.forEach(deletion -> removal.remove(deletion, before));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The trash of nodes is emptied later", e);
        }
    }
}
