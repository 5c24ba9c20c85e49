package io.strata.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.transaction.StoreFailure;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What monitoring wants to know about documents and queues. The numbers are read every 15 seconds and not when they are
 * asked for, so that no scraper costs the stores anything.
 */
@Singleton
@DependsOn("Startup") // the tables it reads are made there
@Startup
public class ApplicationMetrics {

    @Inject
    MeterRegistry registry;

    @Inject
    Figures figures;

    @Inject
    Queues queues;

    private final Map<Tags, AtomicReference<Double>> documents = new HashMap<>();
    private final Map<Tags, AtomicReference<Double>> messages = new HashMap<>();

    /** Reads the numbers again; keeps the last ones while the database is away. */
    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    public void refresh() {
        for (String queue : Queues.NAMES) {
            show(messages, "strata.queue.messages", Tags.of("queue", queue, "state", "waiting"), queues.waiting(queue));
            show(
                    messages,
                    "strata.queue.messages",
                    Tags.of("queue", queue, "state", "dead"),
                    queues.waiting(queue + "Dead"));
        }
        try {
            Map<String, Long> counts = countDocuments();
            documents.values().forEach(value -> value.set(0.0)); // of a status that no document has any more
            counts.forEach((status, count) -> show(documents, "strata.documents", Tags.of("status", status), count));
        } catch (RuntimeException failure) {
            if (StoreFailure.classify(failure).isEmpty()) {
                throw failure;
            }
        }
    }

    /** As the server itself, from which row-level security hides nothing. */
    private Map<String, Long> countDocuments() {
        Map<String, Long> counts = new HashMap<>();
        CurrentCaller.runAs(Caller.system(), () -> counts.putAll(figures.documentsByStatus()));
        return counts;
    }

    /** WildFly exports only what is made by the short methods of its registry, not what builders register. */
    private void show(Map<Tags, AtomicReference<Double>> values, String name, Tags tags, double value) {
        values.computeIfAbsent(tags, missing -> {
                    AtomicReference<Double> holder = new AtomicReference<>(value);
                    registry.gauge(name, tags, holder, AtomicReference::get);
                    return holder;
                })
                .set(value);
    }
}
