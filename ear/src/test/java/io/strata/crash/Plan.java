package io.strata.crash;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;

/**
 * Which rounds of killing follow each other: every step of a commit with the server, with Neo4j and with PostgreSQL as its
 * victim, every step of recovery with the server and with a store, and between them rounds without any plan. It begins
 * anew when it is through.
 */
final class Plan {

    private static final List<Victim> STORES = List.of(Victim.POSTGRESQL, Victim.NEO4J);
    private static final int STEPS_OF_ONE_ROUND = 4;

    /** One round. */
    record Round(Kind kind, String name, Rounds.Fault fault) {}

    private final Rounds rounds;
    private final List<Kind> kinds;
    private final Random random;
    private final Map<Kind, Queue<Round>> waiting = new EnumMap<>(Kind.class);
    private int turn;

    /**
     * A plan.
     *
     * @param kinds take turns
     */
    Plan(Rounds rounds, List<Kind> kinds, long seed) {
        this.rounds = rounds;
        this.kinds = kinds;
        this.random = new Random(seed);
    }

    /** The next round. */
    Round next() {
        Kind kind = kinds.get(turn++ % kinds.size());
        Queue<Round> queue = waiting.computeIfAbsent(kind, missing -> new ArrayDeque<>());
        if (queue.isEmpty()) {
            List<Round> more = of(kind);
            Collections.shuffle(more, random);
            queue.addAll(more);
        }
        return queue.remove();
    }

    private List<Round> of(Kind kind) {
        return new ArrayList<>(
                switch (kind) {
                    case SERVER_AT_STEP -> serverAtEachStep();
                    case STORES_AT_STEP -> storesAtEachStep();
                    case IN_RECOVERY -> inEachStepOfRecovery();
                    case TOGETHER -> List.of(together());
                    default -> List.of(stores());
                });
    }

    private List<Round> serverAtEachStep() {
        return stepsOfCommit().stream()
                .map(step -> new Round(
                        Kind.SERVER_AT_STEP,
                        "server killed " + step.title(),
                        rounds.at(step, Set.of(Victim.SERVER), someStores(2))))
                .toList();
    }

    private List<Round> storesAtEachStep() {
        List<Rounds.Fault> faults = new ArrayList<>();
        for (Step step : stepsOfCommit()) {
            STORES.forEach(store -> faults.add(rounds.at(step, Set.of(store), List.of())));
        }
        Collections.shuffle(faults, random);
        List<Round> found = new ArrayList<>();
        for (int i = 0; i < faults.size(); i += STEPS_OF_ONE_ROUND) {
            List<Rounds.Fault> some = faults.subList(i, Math.min(i + STEPS_OF_ONE_ROUND, faults.size()));
            found.add(new Round(Kind.STORES_AT_STEP, "stores killed at steps of a commit", Rounds.all(some)));
        }
        return found;
    }

    private List<Round> inEachStepOfRecovery() {
        List<Round> found = new ArrayList<>();
        for (Step step : Step.values()) {
            if (step.isOfRecovery()) {
                for (Victim victim : List.of(Victim.SERVER, STORES.get(random.nextInt(STORES.size())))) {
                    found.add(new Round(
                            Kind.IN_RECOVERY,
                            victim.title() + " killed as " + step.title(),
                            rounds.inRecovery(step, Set.of(victim))));
                }
            }
        }
        return found;
    }

    private Round together() {
        Set<Victim> first = random.nextBoolean()
                ? Set.of(Victim.values())
                : Set.of(Victim.SERVER, STORES.get(random.nextInt(STORES.size())));
        return new Round(
                Kind.TOGETHER, "killed together: " + Rounds.titles(first), rounds.suddenly(first, someStores(5)));
    }

    private Round stores() {
        return new Round(Kind.STORES, "stores killed at random", rounds.suddenly(Set.copyOf(STORES), someStores(6)));
    }

    private List<Victim> someStores(int count) {
        return random.ints(count, 0, STORES.size()).mapToObj(STORES::get).toList();
    }

    private static List<Step> stepsOfCommit() {
        return Arrays.stream(Step.values()).filter(step -> !step.isOfRecovery()).toList();
    }
}
