package io.strata.recovery;

import io.micrometer.core.instrument.MeterRegistry;
import io.strata.common.LowerCaseEnumAdapter;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks every five seconds, the period of recovery itself, which transactions are in doubt; says in the log, the metrics
 * and the history when one begins to be and when it no longer is.
 *
 * <p>Metrics: {@code strata.transactions.in.doubt}, {@code strata.transactions.recovered} by outcome.
 */
@Singleton
@DependsOn("Startup") // the table of the history is made there
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RecoveryWatch {

    private static final Logger LOG = Logger.getLogger(RecoveryWatch.class.getName());

    @Inject
    InDoubt inDoubt;

    @Inject
    RecoveryService history;

    @Inject
    MeterRegistry registry;

    private final Map<String, InDoubtTransaction> known = new LinkedHashMap<>();
    private AtomicInteger count;

    /** Tidies up what a crash in the middle of writing the transaction log has left. */
    @PostConstruct
    void dropUnwritten() {
        Instant started =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        try {
            TransactionLog.ofThisServer()
                    .dropUnwritten(started)
                    .forEach(transaction -> LOG.info("Removed the empty log entry of transaction " + transaction
                            + ": the server died before its decision was written, so it is rolled back"));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The transaction log cannot be tidied up; recovery goes on without", e);
        }
    }

    /** Compares with what was seen last. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void look() {
        Map<String, InDoubtTransaction> now = new HashMap<>();
        try {
            inDoubt.find().forEach(transaction -> now.put(transaction.id(), transaction));
        } catch (SQLException e) {
            return; // nothing is known while the database is away, so nothing has ended either
        }
        now.values().forEach(this::note);
        known.values().stream()
                .filter(before -> !now.containsKey(before.id()))
                .toList()
                .forEach(this::end);
        gauge().set(known.size());
    }

    private void note(InDoubtTransaction transaction) {
        InDoubtTransaction before = known.put(transaction.id(), transaction);
        if (before == null) {
            LOG.info("Transaction " + transaction.id() + " is in doubt: prepared in " + transaction.stores() + " since "
                    + transaction.since() + "; the evidence says " + LowerCaseEnumAdapter.write(transaction.outcome()));
        } else if (transaction.outcome() == Outcome.UNKNOWN || before.outcome() == Outcome.COMMITTED) {
            // A marker that was seen once counts, even if it is collected or cannot be asked for now.
            known.put(transaction.id(), before);
        }
    }

    private void end(InDoubtTransaction transaction) {
        history.remember(transaction);
        known.remove(transaction.id());
        String outcome = LowerCaseEnumAdapter.write(transaction.outcome());
        LOG.info("Transaction " + transaction.id() + " is no longer in doubt: " + outcome);
        registry.counter("strata.transactions.recovered", "outcome", outcome).increment();
    }

    private AtomicInteger gauge() {
        if (count == null) {
            count = new AtomicInteger();
            registry.gauge("strata.transactions.in.doubt", count);
        }
        return count;
    }
}
