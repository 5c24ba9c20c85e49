package io.strata.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starts a program again that ended on its own, after a pause that doubles while it keeps ending early. */
final class Supervisor {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration HEALTHY_AFTER = Duration.ofMinutes(1);

    private final Consumer<String> progress;
    private final ScheduledExecutorService restarts = Executors.newScheduledThreadPool(4, task -> {
        Thread thread = new Thread(task, "supervisor");
        thread.setDaemon(true);
        return thread;
    });

    Supervisor(Consumer<String> progress) {
        this.progress = progress;
    }

    void watch(Program program) {
        watch(program, FIRST_PAUSE);
    }

    private void watch(Program program, Duration pause) {
        Instant since = Instant.now();
        program.process()
                .ifPresentOrElse(
                        process -> process.onExit().thenRun(() -> restart(program, since, pause)),
                        () -> restart(program, since, pause));
    }

    private void restart(Program program, Instant since, Duration pause) {
        if (!program.isWanted()) {
            return;
        }
        Duration next = Instant.now().isAfter(since.plus(HEALTHY_AFTER)) ? FIRST_PAUSE : pause;
        progress.accept(program.name() + " ended unexpectedly; starting it again in " + next.toMillis() / 1000.0
                + " s (its log: " + program.log() + ")");
        restarts.schedule(() -> startAgain(program, next), next.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void startAgain(Program program, Duration pause) {
        if (!program.isWanted()) {
            return;
        }
        Duration longer = pause.multipliedBy(2);
        Duration next = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        try {
            program.start();
            progress.accept(program.name() + " is back");
        } catch (RuntimeException e) {
            if (!program.isWanted()) {
                return;
            }
            progress.accept(e.getMessage());
        }
        watch(program, next);
    }
}
