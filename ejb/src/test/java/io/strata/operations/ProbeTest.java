package io.strata.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.strata.settings.Dependency;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProbeTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void reportsWhatAnswersAsUp() {
        DependencyHealth health = ask(() -> {}, LONG);

        assertThat(health.name()).isEqualTo("store");
        assertThat(health.up()).isTrue();
        assertThat(health.cause()).isNull();
    }

    @Test
    void reportsTheCauseOfAFailure() {
        DependencyHealth health = ask(
                () -> {
                    throw new IllegalStateException("connection refused");
                },
                LONG);

        assertThat(health.up()).isFalse();
        assertThat(health.cause()).isEqualTo("connection refused");
    }

    @Test
    void reportsWhatHangsAsDown() {
        CountDownLatch never = new CountDownLatch(1);

        DependencyHealth health = ask(never::await, Duration.ofMillis(50));

        assertThat(health.up()).isFalse();
        assertThat(health.cause()).isEqualTo("no answer within 50 ms");
    }

    @Test
    void asksOnlyOnceWhileAnAnswerIsDue() {
        CountDownLatch answer = new CountDownLatch(1);
        AtomicInteger questions = new AtomicInteger();
        Probe probe = probe(() -> {
            questions.incrementAndGet();
            answer.await();
        });

        probe.start();
        probe.start();
        answer.countDown();

        assertThat(probe.await(LONG).up()).isTrue();
        assertThat(questions).hasValue(1);
    }

    private DependencyHealth ask(Check check, Duration limit) {
        Probe probe = probe(check);
        probe.start();
        return probe.await(limit);
    }

    private Probe probe(Check check) {
        return new Probe(
                new Dependency() {
                    @Override
                    public String name() {
                        return "store";
                    }

                    @Override
                    public void check() throws Exception {
                        check.run();
                    }
                },
                executor);
    }

    private interface Check {
        void run() throws Exception;
    }
}
