package io.strata.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * What was acknowledged survives {@code kill -9}, what was under way ends in all stores alike, and every effect happens
 * once. The short form of {@link CrashRun}.
 */
class CrashIT {

    private static final long SEED = 1;

    @Test
    void losesNothingAndHalvesNothing() throws IOException {
        Tally tally = new Tally("short run");
        try (Ground ground = new Ground(UnaryOperator.identity())) {
            Rounds rounds = new Rounds(ground, SEED);
            rounds.round(
                    tally,
                    "stores killed between the steps of a commit",
                    Rounds.all(List.of(
                            rounds.at(Step.BEFORE_POSTGRESQL_PREPARES, Set.of(Victim.POSTGRESQL), List.of()),
                            rounds.at(Step.BEFORE_NEO4J_COMMITS, Set.of(Victim.NEO4J), List.of()),
                            rounds.at(Step.AFTER_NEO4J_COMMITTED, Set.of(Victim.POSTGRESQL), List.of()))));
            rounds.round(
                    tally,
                    "all killed in the middle of a commit",
                    rounds.at(Step.AFTER_NEO4J_COMMITTED, Set.of(Victim.values()), List.of()));
        }

        assertThat(tally.kills()).isEqualTo(6);
        assertThat(tally.isFlawless()).isTrue();
    }
}
