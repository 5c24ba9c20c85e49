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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rounds of killing follow each other: every step of a commit with the server, with Neo4j and with PostgreSQL as its
 * victim, every step of recovery with the server and with both stores, and between them rounds without any plan.
 */
final class Plan {

    private static final List<Victim> STORES = List.of(Victim.POSTGRESQL, Victim.NEO4J);

    /** One round. */
    record Round(Kind kind, String name, Rounds.Fault fault) {}

    /** A fault, and its name for people. */
    private record Blow(String name, Rounds.Fault fault) {}

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

    /** The next round: the kinds take turns; once every step has had its round, those of mere chance remain. */
    Round next() {
        Kind kind = kinds.get(turn++ % kinds.size());
        Queue<Round> queue = waiting.get(kind);
        if (queue != null
                && queue.isEmpty()
                && !isChance(kind)
                && kinds.stream().anyMatch(Plan::isChance)) {
            return next();
        }
        if (queue == null || queue.isEmpty()) {
            queue = new ArrayDeque<>(of(kind));
            waiting.put(kind, queue);
        }
        return queue.remove();
    }

    private static boolean isChance(Kind kind) {
        return kind == Kind.TOGETHER || kind == Kind.STORES;
    }

    private List<Round> of(Kind kind) {
        return switch (kind) {
            case SERVER_AT_STEP -> rounds(kind, serverAtEachStep(), 3);
            case STORES_AT_STEP -> rounds(kind, storesAtEachStep(), 6);
            case IN_RECOVERY -> rounds(kind, atEachStepOfRecovery(), 3);
            case TOGETHER -> rounds(kind, List.of(together()), 1);
            default -> rounds(kind, List.of(stores()), 1);
        };
    }

    /** Rounds of so many blows, in an order that nobody has chosen. */
    private List<Round> rounds(Kind kind, List<Blow> blows, int blowsOfOne) {
        List<Blow> shuffled = new ArrayList<>(blows);
        Collections.shuffle(shuffled, random);
        List<Round> found = new ArrayList<>();
        for (int i = 0; i < shuffled.size(); i += blowsOfOne) {
            List<Blow> some = shuffled.subList(i, Math.min(i + blowsOfOne, shuffled.size()));
            found.add(new Round(
                    kind,
                    some.stream().map(Blow::name).collect(Collectors.joining("; ")),
                    Rounds.all(some.stream().map(Blow::fault).toList())));
        }
        return found;
    }

    private List<Blow> serverAtEachStep() {
        return steps(step -> !step.isOfRecovery())
                .map(step -> new Blow(
                        "server killed " + step.title(), rounds.at(step, Set.of(Victim.SERVER), someStores(4))))
                .toList();
    }

    private List<Blow> storesAtEachStep() {
        return steps(step -> !step.isOfRecovery())
                .flatMap(step -> STORES.stream()
                        .map(store -> new Blow(
                                store.title() + " killed " + step.title(), rounds.at(step, Set.of(store), List.of()))))
                .toList();
    }

    private List<Blow> atEachStepOfRecovery() {
        return steps(Step::isOfRecovery)
                .flatMap(step -> Stream.of(Set.of(Victim.SERVER), Set.copyOf(STORES))
                        .map(victims -> new Blow(
                                titles(victims) + " killed as " + step.title(), rounds.inRecovery(step, victims))))
                .toList();
    }

    private Blow together() {
        Set<Victim> first = random.nextBoolean()
                ? Set.of(Victim.values())
                : Set.of(Victim.SERVER, STORES.get(random.nextInt(STORES.size())));
        return new Blow("killed together: " + titles(first), rounds.suddenly(first, someStores(24)));
    }

    private Blow stores() {
        return new Blow("stores killed again and again", rounds.suddenly(Set.copyOf(STORES), someStores(44)));
    }

    /** More often the one that is back sooner. */
    private List<Victim> someStores(int count) {
        return random.ints(count, 0, 4)
                .mapToObj(choice -> choice == 0 ? Victim.NEO4J : Victim.POSTGRESQL)
                .toList();
    }

    private static Stream<Step> steps(Predicate<Step> wanted) {
        return Arrays.stream(Step.values()).filter(wanted);
    }

    private static String titles(Set<Victim> victims) {
        return victims.stream().sorted().map(Victim::title).collect(Collectors.joining(" and "));
    }
}
