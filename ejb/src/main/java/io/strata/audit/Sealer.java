package io.strata.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sees to it, twice a second, that entries are sealed; that the end of the chain is told to the log every minute in which
 * it has grown, and to the keeper outside of the database every hour; and that repeated refusals are written. Every server
 * does; the database lets one seal at a time.
 *
 * <p>Metric: {@code strata.audit.sealed}.
 */
@Singleton
@DependsOn("Startup") // the tables it reads are made there
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sealer {

    private static final Logger LOG = Logger.getLogger(Sealer.class.getName());

    private static final long PAUSE_MILLIS = 500;
    private static final long MINUTE_SECONDS = 60;
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofHours(1);

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    AuditChain chain;

    @Inject
    RefusalLog refusals;

    @Inject
    CheckpointKeeper keeper;

    @Inject
    MeterRegistry registry;

    private final List<Future<?>> tasks = new ArrayList<>();
    private long told;
    private long kept;
    private Instant keptAt = Instant.EPOCH;
    /** Whether the last attempt failed; likewise for telling. */
    private final AtomicBoolean sealing = new AtomicBoolean();

    private final AtomicBoolean telling = new AtomicBoolean();

    @PostConstruct
    void start() {
        tasks.add(scheduler.scheduleWithFixedDelay(
                () -> surviving(this::seal, sealing, "Entries of the audit log wait to be sealed"),
                PAUSE_MILLIS,
                PAUSE_MILLIS,
                TimeUnit.MILLISECONDS));
        tasks.add(scheduler.scheduleWithFixedDelay(
                () -> surviving(this::tell, telling, "The end of the audit chain could not be kept"),
                MINUTE_SECONDS,
                MINUTE_SECONDS,
                TimeUnit.SECONDS));
    }

    @PreDestroy
    void stop() {
        tasks.forEach(task -> task.cancel(false));
        surviving(() -> refusals.writeRepeated(Instant.MAX), sealing, "Repeated refusals could not be audited");
    }

    private void seal() {
        refusals.writeRepeated(Instant.now());
        int sealed = AuditChain.AT_ONCE;
        while (sealed == AuditChain.AT_ONCE) {
            sealed = chain.seal();
            if (sealed > 0) {
                registry.counter("strata.audit.sealed").increment(sealed);
            }
        }
    }

    /** On a schedule of its own: an object store that hangs must not hold up the sealing. */
    private void tell() {
        ChainHead head = chain.head();
        if (head.position() != told) {
            LOG.info("Audit chain: position " + head.position() + " has hash " + head.hash());
            told = head.position();
        }
        if (head.position() != kept && !Instant.now().isBefore(keptAt.plus(BETWEEN_CHECKPOINTS))) {
            keeper.keep(new Checkpoint(head.position(), head.hash()));
            kept = head.position();
            keptAt = Instant.now();
        }
    }

    /** A task that throws is never called again. That it fails is told once, not twice a second. */
    private static void surviving(Runnable task, AtomicBoolean failing, String trouble) {
        try {
            CurrentCaller.runAs(Caller.system(), task);
            failing.set(false);
        } catch (RuntimeException e) {
            if (failing.compareAndSet(false, true)) {
                LOG.log(Level.WARNING, trouble, e);
            }
        }
    }
}
