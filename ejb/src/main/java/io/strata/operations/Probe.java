package io.strata.operations;

import io.strata.settings.Dependency;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks one dependency, never twice at once: one that hangs costs a single thread, however often it is asked for.
 */
class Probe {

    private final Dependency dependency;
    private final ExecutorService executor;
    private Future<?> running;
    private long startedAt;
    private volatile long endedAt;

    Probe(Dependency dependency, ExecutorService executor) {
        this.dependency = dependency;
        this.executor = executor;
    }

    /** Begins to ask, unless an earlier question is still open. */
    synchronized void start() {
        if (running == null || running.isDone()) {
            startedAt = System.nanoTime();
            running = executor.submit(() -> {
                try {
                    dependency.check();
                } finally {
                    endedAt = System.nanoTime();
                }
                return null;
            });
        }
    }

    /** Waits for the answer, at most as long as the limit from when the question was put. */
    DependencyHealth await(Duration limit) {
        Future<?> question;
        long asked;
        synchronized (this) {
            question = running;
            asked = startedAt;
        }
        try {
            question.get(Math.max(0, limit.toNanos() - (System.nanoTime() - asked)), TimeUnit.NANOSECONDS);
            return result(endedAt - asked, null);
        } catch (TimeoutException e) {
            question.cancel(true);
            return result(limit.toNanos(), "no answer within " + limit.toMillis() + " ms");
        } catch (CancellationException e) {
            return result(limit.toNanos(), "no answer");
        } catch (ExecutionException e) {
            return result(endedAt - asked, words(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return result(System.nanoTime() - asked, "interrupted");
        }
    }

    private DependencyHealth result(long nanoseconds, String cause) {
        long latency = TimeUnit.NANOSECONDS.toMillis(nanoseconds);
        return new DependencyHealth(dependency.name(), cause == null, latency, cause);
    }

    private static String words(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
