package io.strata.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was counted in rounds of one kind, or in all. */
final class Tally {

    private final String title;
    private final Map<Victim, Integer> kills = new EnumMap<>(Victim.class);
    private final Map<Flaw, Integer> flaws = new EnumMap<>(Flaw.class);
    private final List<Duration> settled = new ArrayList<>();
    private int rounds;
    private long acknowledged;
    private long silences;
    private long doneWithoutAnswer;
    private long errors;

    Tally(String title) {
        this.title = title;
    }

    synchronized void kill(Victim victim) {
        kills.merge(victim, 1, Integer::sum);
    }

    synchronized void flaw(Flaw flaw) {
        flaws.merge(flaw, 1, Integer::sum);
    }

    /** A round is over. */
    synchronized void round(Diary diary, Comparison comparison, Duration settling) {
        rounds++;
        acknowledged += diary.successes();
        silences += diary.silences();
        errors += diary.errors();
        doneWithoutAnswer += comparison.doneWithoutAnswer();
        settled.add(settling);
    }

    synchronized void add(Tally other) {
        other.kills.forEach((victim, count) -> kills.merge(victim, count, Integer::sum));
        other.flaws.forEach((flaw, count) -> flaws.merge(flaw, count, Integer::sum));
        settled.addAll(other.settled);
        rounds += other.rounds;
        acknowledged += other.acknowledged;
        silences += other.silences;
        errors += other.errors;
        doneWithoutAnswer += other.doneWithoutAnswer;
    }

    String title() {
        return title;
    }

    int rounds() {
        return rounds;
    }

    synchronized int kills() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized int kills(Victim victim) {
        return kills.getOrDefault(victim, 0);
    }

    synchronized int flaws(Flaw flaw) {
        return flaws.getOrDefault(flaw, 0);
    }

    /** Whether nothing was found that must not be. */
    synchronized boolean isFlawless() {
        return flaws.isEmpty();
    }

    long acknowledged() {
        return acknowledged;
    }

    /** Requests that were sent and got no answer. */
    long silences() {
        return silences;
    }

    /** How many of the {@link #silences} turned out to have been done. */
    long doneWithoutAnswer() {
        return doneWithoutAnswer;
    }

    /** Requests that were answered with an error. */
    long errors() {
        return errors;
    }

    Duration medianSettling() {
        List<Duration> sorted = settled.stream().sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
    }

    Duration worstSettling() {
        return settled.isEmpty() ? Duration.ZERO : Collections.max(settled);
    }
}
