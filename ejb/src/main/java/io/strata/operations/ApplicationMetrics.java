package io.strata.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.strata.transaction.StoreFailure;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/**
 * What monitoring wants to know about documents and queues. The numbers are read every 15 seconds and not when they are
 * asked for, so that no scraper costs the stores anything.
 */
@Singleton
@Startup
public class ApplicationMetrics {

    @Inject
    MeterRegistry registry;

    @Inject
    Figures figures;

    @Inject
    Queues queues;

    private MultiGauge documents;
    private MultiGauge messages;

    @PostConstruct
    void register() {
        documents = MultiGauge.builder("strata.documents")
                .description("Documents by status")
                .register(registry);
        messages = MultiGauge.builder("strata.queue.messages")
                .description("Messages in a queue and in its dead-letter queue")
                .register(registry);
    }

    /** Reads the numbers again; keeps the last ones while the database is away. */
    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    public void refresh() {
        messages.register(Queues.NAMES.stream().flatMap(this::depthOf).toList(), true);
        try {
            List<Row<?>> rows = figures.documentsByStatus().entrySet().stream()
                    .<Row<?>>map(entry -> Row.of(Tags.of("status", entry.getKey()), entry.getValue()))
                    .toList();
            documents.register(rows, true);
        } catch (RuntimeException failure) {
            if (StoreFailure.classify(failure).isEmpty()) {
                throw failure;
            }
        }
    }

    private Stream<Row<?>> depthOf(String queue) {
        return Stream.of(
                Row.of(Tags.of("queue", queue, "state", "waiting"), queues.waiting(queue)),
                Row.of(Tags.of("queue", queue, "state", "dead"), queues.waiting(queue + "Dead")));
    }
}
