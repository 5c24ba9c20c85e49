package io.strata.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several clients that begin at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /**
     * Runs a piece of work per client.
     *
     * @return what each has answered, in the order given
     */
    public static <T> List<T> run(List<Callable<T>> clients) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(clients.size());
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> client : clients) {
                running.add(threads.submit(() -> {
                    start.await();
                    return client.call();
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
