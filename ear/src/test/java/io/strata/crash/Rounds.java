package io.strata.crash;

import io.strata.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/**
 * The rounds: a new project, clients that work in it, something terrible, time to recover while they go on, and then the
 * comparison of everything.
 */
final class Rounds {

    private static final int CLIENTS = 4;
    private static final int LONGEST_PAUSE_MILLIS = 1500;
    private static final int FIRST_SUCCESSES = 20;
    private static final int LAST_SUCCESSES = 10;
    /** What is in doubt must be settled this long after everything runs again. */
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);

    private static final Duration REACHED_WITHIN = Duration.ofSeconds(45);
    private static final Executor THREAD_EACH = task -> new Thread(task, "crash test").start();

    /** What happens to the processes; everything runs again when it returns. */
    interface Fault {

        void strike(Tally tally);
    }

    private final Ground ground;
    private final Random random;
    private final List<Diary> diaries = new ArrayList<>();

    Rounds(Ground ground, long seed) {
        this.ground = ground;
        this.random = new Random(seed);
    }

    /** Runs one round and counts what is found. */
    void round(Tally tally, String name, Fault fault) {
        System.out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + name);
        try {
            tryRound(tally, name, fault);
        } catch (RuntimeException e) {
            found(tally, new Comparison.Finding(Flaw.UNSETTLED, name + " did not come to its end: " + e));
            e.printStackTrace(System.out);
            ground.keepLogs("round-" + diaries.size());
            ground.restart();
        }
    }

    private void tryRound(Tally tally, String name, Fault fault) {
        Instant begin = Instant.now();
        int killed = tally.kills();
        Diary diary = new Diary(ground.project());
        Instant running = underLoad(diary, () -> fault.strike(tally));
        Settlement.Outcome outcome = new Settlement(ground.world()).await();
        Duration settling = Duration.between(running, Instant.now());
        if (!outcome.left().isEmpty() || settling.compareTo(SETTLED_WITHIN) > 0) {
            found(tally, new Comparison.Finding(Flaw.UNSETTLED, "after " + settling.toSeconds() + " s: " + outcome));
        }
        Comparison comparison = Comparison.of(ground, diary);
        comparison.findings().forEach(finding -> found(tally, finding));
        if (!comparison.findings().isEmpty()) {
            ground.keepLogs("round-" + diaries.size());
        }
        tally.round(diary, comparison, settling);
        diaries.add(diary);
        System.out.printf(
                Locale.ROOT,
                "  %d kills, %d acknowledged, %d errors, %d without answer (%d of them done), settled in %.1f s (last:"
                        + " %s), round of %d s%n",
                tally.kills() - killed,
                diary.successes(),
                diary.errors(),
                diary.silences(),
                comparison.doneWithoutAnswer(),
                settling.toMillis() / 1000.0,
                outcome.last(),
                Duration.between(begin, Instant.now()).toSeconds());
    }

    /** Compares every diary of every round once more, because what was right then must be right still. */
    void compareAgain(Tally tally) {
        for (Diary diary : diaries) {
            Comparison.of(ground, diary).findings().forEach(finding -> found(tally, finding));
        }
    }

    private static void found(Tally tally, Comparison.Finding finding) {
        tally.flaw(finding.flaw());
        System.out.println("  " + finding.flaw() + ": " + finding.text());
    }

    /** Lets clients work while something happens, and a little longer; says when it was over. */
    private Instant underLoad(Diary diary, Runnable event) {
        AtomicBoolean on = new AtomicBoolean(true);
        List<UUID> places = diary.places();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> clients = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(new Client(diary, places, World.word(), random.nextLong(), on::get)));
            }
            awaitSuccesses(diary, FIRST_SUCCESSES);
            event.run();
            Instant over = Instant.now();
            awaitSuccesses(diary, LAST_SUCCESSES);
            return over;
        } finally {
            on.set(false);
            clients.forEach(Rounds::awaitEnd);
            threads.shutdown();
        }
    }

    private static void awaitSuccesses(Diary diary, int more) {
        long enough = diary.successes() + more;
        Awaitility.await("clients that get on").until(() -> diary.successes() >= enough);
    }

    private static void awaitEnd(Future<?> client) {
        try {
            client.get(World.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a client did not come to its end", e);
        }
    }

    /**
     * Kills at a step of the commit.
     *
     * @param then killed while everything starts and recovers: each store one time after the other, the stores
     *     independently of each other
     */
    Fault at(Step step, Set<Victim> victims, List<Victim> then) {
        return tally -> {
            spring(tally, step, victims);
            revive(tally, victims, then);
        };
    }

    /** Kills the server at a step of the commit, and then somebody at a step of the recovery that follows. */
    Fault inRecovery(Step step, Set<Victim> victims) {
        return tally -> {
            spring(tally, step.cause(), Set.of(Victim.SERVER));
            CompletableFuture<Void> start = reviving(Victim.SERVER);
            awaitStarted(Victim.SERVER);
            spring(tally, step, victims);
            revive(tally, victims, List.of());
            start.join();
        };
    }

    /**
     * Kills at a moment that nobody has chosen.
     *
     * @param then killed while everything starts and recovers: each store one time after the other, the stores
     *     independently of each other
     */
    Fault suddenly(Set<Victim> victims, List<Victim> then) {
        return tally -> {
            pause();
            kill(tally, victims);
            revive(tally, victims, then);
        };
    }

    /** One after the other. */
    static Fault all(Collection<Fault> faults) {
        return tally -> faults.forEach(fault -> fault.strike(tally));
    }

    /** Sets a trap and waits until it has killed. */
    private void spring(Tally tally, Step step, Set<Victim> victims) {
        Map<Victim, ProcessHandle> doomed = new EnumMap<>(Victim.class);
        victims.forEach(victim ->
                doomed.put(victim, victim.of(ground.strata()).process().orElseThrow()));
        ground.trap().set(ground.strata(), step, victims);
        doomed.forEach((victim, process) -> {
            try {
                process.onExit().get(REACHED_WITHIN.toSeconds(), TimeUnit.SECONDS);
                tally.kill(victim);
            } catch (TimeoutException e) {
                found(tally, new Comparison.Finding(Flaw.NOT_REACHED, step.title() + ", to kill " + victim.title()));
                ground.trap().clear();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private boolean isRunning(Victim victim) {
        return victim.of(ground.strata()).isRunning();
    }

    private void awaitStarted(Victim victim) {
        Awaitility.await(victim.title()).until(() -> isRunning(victim));
    }

    private void kill(Tally tally, Set<Victim> victims) {
        victims.parallelStream().forEach(victim -> {
            victim.of(ground.strata()).kill();
            tally.kill(victim);
        });
    }

    private void revive(Tally tally, Set<Victim> victims, List<Victim> then) {
        List<CompletableFuture<Void>> starts =
                victims.stream().map(this::reviving).toList();
        List<CompletableFuture<Void>> kills =
                then.stream().collect(Collectors.groupingBy(victim -> victim)).values().stream()
                        .map(again -> CompletableFuture.runAsync(
                                () -> again.forEach(victim -> killAndRevive(tally, victim)), THREAD_EACH))
                        .toList();
        starts.forEach(CompletableFuture::join);
        kills.forEach(CompletableFuture::join);
    }

    private void killAndRevive(Tally tally, Victim victim) {
        awaitStarted(victim);
        pause();
        kill(tally, Set.of(victim));
        ground.revive(victim);
    }

    private CompletableFuture<Void> reviving(Victim victim) {
        return CompletableFuture.runAsync(() -> ground.revive(victim), THREAD_EACH);
    }

    /** Until a moment that nobody has chosen, as in: the moment that a power cut would choose. */
    private void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_PAUSE_MILLIS)));
    }
}
