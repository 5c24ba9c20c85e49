package io.strata.events;

import io.micrometer.core.instrument.MeterRegistry;
import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.access.Open;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Topic;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sees to it that events get their place in the order as soon as they are committed, and announces on a topic that all
 * servers hear that there are more. The announcement is a hint and may be lost: the table is what counts, and whoever reads it
 * looks from time to time anyway.
 *
 * <p>Every server has one; the database lets one work at a time. Metric: {@code strata.events.sequenced}.
 */
@ApplicationScoped
public class EventSequencer implements EventListener {

    private static final Logger LOG = Logger.getLogger(EventSequencer.class.getName());
    private static final long PAUSE_MILLIS = 20;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Resource(lookup = "java:/JmsXA")
    ConnectionFactory connections;

    @Resource(lookup = "java:/jms/topic/EventsInOrder")
    Topic topic;

    @Inject
    EventOrder order;

    @Inject
    MeterRegistry registry;

    private final AtomicInteger wanted = new AtomicInteger();
    private final AtomicBoolean failing = new AtomicBoolean();

    /** Something was committed just now. */
    @Override
    @Open("gives places to what permitted changes have published")
    public void on(DomainEvent event) {
        wake();
    }

    /** Works soon, on a thread of its own. However often it is called meanwhile, it works once more. */
    void wake() {
        if (wanted.getAndIncrement() == 0) {
            scheduler.execute(this::work);
        }
    }

    private void work() {
        int seen = wanted.get();
        boolean busy = false;
        try {
            busy = CurrentCaller.callAs(Caller.system(), this::sequence);
            failing.set(false);
        } catch (Exception e) {
            if (failing.compareAndSet(false, true)) {
                LOG.log(Level.WARNING, "Events wait for their place", e);
            }
        }
        if (busy || !wanted.compareAndSet(seen, 0)) {
            scheduler.schedule(this::work, busy ? PAUSE_MILLIS : 0, TimeUnit.MILLISECONDS);
        }
    }

    /** Answers whether another server is at it, who may have looked before our event was there. */
    private boolean sequence() {
        while (true) {
            OptionalInt given = order.sequence();
            if (given.isEmpty()) {
                return true;
            }
            if (given.getAsInt() == 0) {
                return false;
            }
            registry.counter("strata.events.sequenced").increment(given.getAsInt());
            announce();
        }
    }

    private void announce() {
        try (JMSContext jms = connections.createContext()) {
            jms.createProducer().setDeliveryMode(DeliveryMode.NON_PERSISTENT).send(topic, "more");
        } catch (JMSRuntimeException away) {
            LOG.log(Level.FINE, "That there are more events could not be announced", away);
        }
    }
}
