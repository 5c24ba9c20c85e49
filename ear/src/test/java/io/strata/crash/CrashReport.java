package io.strata.crash;

import io.strata.testing.PageSection;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of the long run. */
final class CrashReport {

    private final Map<Kind, Tally> tallies;
    private final Tally total = new Tally("**all**");
    private final int kills;
    private final long seed;
    private final Duration duration;

    /**
     * A report.
     *
     * @param kills how many were asked for
     */
    CrashReport(Map<Kind, Tally> tallies, int kills, long seed, Duration duration) {
        this.tallies = tallies;
        this.kills = kills;
        this.seed = seed;
        this.duration = duration;
        tallies.values().forEach(total::add);
    }

    /** A row for each kind of fault, and what else there is to know. */
    String markdown() {
        StringBuilder text = new StringBuilder()
                .append("On ")
                .append(PageSection.machine())
                .append(", with `mvn -Pcrash -Dcrash.kills=")
                .append(kills)
                .append(" -Dcrash.seed=")
                .append(seed)
                .append("` in ")
                .append(duration.toMinutes())
                .append(" minutes:\n\n")
                .append("| fault | rounds | kills | acknowledged | lost | half-applied | orphans | duplicated effects")
                .append(" | refused, but done | not settled in 60 s | step not reached | settled after, median"
                        + " | worst |\n")
                .append(
                        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        tallies.values().forEach(tally -> text.append(row(tally)));
        text.append(row(total)).append('\n');
        text.append(Arrays.stream(Victim.values())
                        .map(victim -> victim.title() + " was killed " + total.kills(victim) + " times")
                        .collect(Collectors.joining(", ")))
                .append(". ")
                .append(total.errors())
                .append(" requests were answered with an error of the server; none of them may have been done. ")
                .append(total.silences())
                .append(" got no answer; ")
                .append(total.doneWithoutAnswer())
                .append(" of these were done, everywhere and with every effect.\n");
        return text.toString();
    }

    private static String row(Tally tally) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %s | %.1f s | %.1f s |%n",
                tally.title(),
                tally.rounds(),
                tally.kills(),
                tally.acknowledged(),
                Arrays.stream(Flaw.values())
                        .map(flaw -> Integer.toString(tally.flaws(flaw)))
                        .collect(Collectors.joining(" | ")),
                tally.medianSettling().toMillis() / 1000.0,
                tally.worstSettling().toMillis() / 1000.0);
    }
}
