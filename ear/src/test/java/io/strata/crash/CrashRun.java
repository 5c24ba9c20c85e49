package io.strata.crash;

import io.strata.testing.PageSection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The long run: kills until there were enough, then the faults of lines and disks, then the table. */
public final class CrashRun {

    private static final int KILLS = 500;

    private final Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
    private final long seed = Long.getLong("crash.seed", System.currentTimeMillis());
    private final int kills = Integer.getInteger("crash.kills", KILLS);
    private final List<Kind> kinds = Arrays.stream(Kind.values())
            .filter(kind -> kind.name().matches(System.getProperty("crash.kinds", ".*")))
            .toList();

    private CrashRun() {}

    /**
     * Runs until there were as many kills as the property {@code crash.kills} says (500), with the random numbers that
     * {@code crash.seed} begins; the property {@code crash.kinds}, a regular expression, chooses among the names of
     * {@link Kind}.
     *
     * @param arguments the page that the table is written into
     */
    public static void main(String[] arguments) throws IOException {
        Instant begin = Instant.now();
        CrashRun run = new CrashRun();
        System.out.println("Seed " + run.seed + ", " + run.kills + " kills");
        try {
            run.kill();
            run.disturb();
        } finally {
            run.report(Path.of(arguments[0]), Duration.between(begin, Instant.now()));
        }
        if (!run.tallies.values().stream().allMatch(Tally::isFlawless)) {
            throw new AssertionError("A crash has left something behind: see the table.");
        }
    }

    /** Also of a run that broke off: what it has counted took its time. */
    private void report(Path page, Duration duration) throws IOException {
        String table = new CrashReport(tallies, kills, seed, duration).markdown();
        System.out.println("\n" + table);
        new PageSection(page, "crash results").write(table);
    }

    private void kill() throws IOException {
        List<Kind> killing = kinds.stream().filter(Kind::kills).toList();
        if (killing.isEmpty()) {
            return;
        }
        try (Ground ground = new Ground(UnaryOperator.identity())) {
            Rounds rounds = new Rounds(ground, seed);
            Plan plan = new Plan(rounds, killing, seed);
            Plan.Round round = null;
            while (tallies.values().stream().mapToInt(Tally::kills).sum() < kills) {
                round = plan.next();
                rounds.round(tally(round.kind()), round.name(), round.fault());
            }
            if (round != null) {
                rounds.compareAgain(tally(round.kind()));
            }
        }
    }

    private void disturb() throws IOException {
        if (kinds.stream().allMatch(Kind::kills)) {
            return;
        }
        SmallDisks disks = new SmallDisks();
        try (Lines lines = new Lines();
                Ground ground = new Ground(environment -> disks.apply(lines.apply(environment)))) {
            try {
                Rounds rounds = new Rounds(ground, seed);
                for (Victim store : List.of(Victim.POSTGRESQL, Victim.NEO4J)) {
                    disturb(rounds, Kind.CUT, store.title() + " cut off", lines.cut(store));
                    disturb(rounds, Kind.SLOW, store.title() + " far away", lines.slow(store));
                    disturb(rounds, Kind.FROZEN, store.title() + " frozen", lines.freeze(store));
                    if (disks.arePermitted()) {
                        disturb(rounds, Kind.DISK_FULL, store.title() + "'s disk full", disks.fill(ground, store));
                    } else {
                        System.out.println("No disk is filled: this machine does not permit to mount a small one.");
                    }
                }
            } finally {
                disks.unmount(ground.strata());
            }
        }
    }

    private void disturb(Rounds rounds, Kind kind, String name, Rounds.Fault fault) {
        if (kinds.contains(kind)) {
            rounds.round(tally(kind), name, fault);
        }
    }

    private Tally tally(Kind kind) {
        return tallies.computeIfAbsent(kind, missing -> new Tally(kind.title()));
    }
}
