package io.strata.benchmark;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.HdrHistogram.Histogram;

/** Clients that do one thing after another, each without a pause, for a while. */
final class Load {

    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(10);

    /** What a client does. */
    interface Client extends AutoCloseable {

        void act() throws Exception;

        @Override
        default void close() throws SQLException {}
    }

    private Load() {}

    /** Runs clients of a kind at the same time and measures each act after a warm-up. */
    static Measurement run(String name, int clients, Callable<Client> kind) throws Exception {
        return run(name, clients, Executors.defaultThreadFactory(), kind);
    }

    /** As {@link #run(String, int, Callable)}, in threads of a factory. */
    static Measurement run(String name, int clients, ThreadFactory factory, Callable<Client> kind) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients, factory);
        try {
            long begin = System.nanoTime() + WARM_UP.toNanos();
            long end = begin + MEASURED.toNanos();
            List<Future<Histogram>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(() -> measure(kind, begin, end)));
            }
            Histogram all = new Histogram(3);
            for (Future<Histogram> client : running) {
                all.add(client.get());
            }
            return Measurement.of(name, clients, all, MEASURED);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Histogram measure(Callable<Client> kind, long begin, long end) throws Exception {
        Histogram micros = new Histogram(3);
        try (Client client = kind.call()) {
            for (long start = System.nanoTime(); start - end < 0; start = System.nanoTime()) {
                client.act();
                if (start - begin >= 0) {
                    micros.recordValue((System.nanoTime() - start) / 1000);
                }
            }
        }
        return micros;
    }
}
