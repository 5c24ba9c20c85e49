package io.strata.graph.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LongestChainTest {

    private final LongestChain chains = new LongestChain();

    @Test
    void findsNothingInNothing() {
        assertThat(chains.find()).isEqualTo(new LongestChain.Chain(List.of(), 0));
    }

    @Test
    void takesTheHeavierOfTwoWays() {
        chains.add("begin", 1, List.of("light", "heavy"));
        chains.add("light", 1, List.of("end"));
        chains.add("heavy", 5, List.of("end"));
        chains.add("end", 1, List.of());

        assertThat(chains.find()).isEqualTo(new LongestChain.Chain(List.of("begin", "heavy", "end"), 7));
    }

    @Test
    void prefersOneHeavyIssueToManyLightOnes() {
        chains.add("a", 1, List.of("b"));
        chains.add("b", 1, List.of());
        chains.add("alone", 3, List.of());

        assertThat(chains.find().ids()).containsExactly("alone");
    }

    @Test
    void doesNotCountWhatWasNeverAdded() {
        chains.add("a", 1, List.of("closed", "b"));
        chains.add("b", 1, List.of("elsewhere"));

        assertThat(chains.find().ids()).containsExactly("a", "b");
    }

    @Test
    void leavesOutWhatBrokenDataPutIntoACycle() {
        chains.add("a", 1, List.of("b"));
        chains.add("b", 1, List.of("a"));
        chains.add("c", 1, List.of());

        assertThat(chains.find().ids()).containsExactly("c");
    }

    /** A ladder of diamonds: the number of its paths has 150 digits. */
    @Test
    void doesNotFollowEachPath() {
        int rungs = 500;
        IntStream.range(0, rungs).forEach(i -> {
            chains.add("top" + i, 1, List.of("left" + i, "right" + i));
            chains.add("left" + i, 1, List.of("top" + (i + 1)));
            chains.add("right" + i, 2, List.of("top" + (i + 1)));
        });

        LongestChain.Chain chain = chains.find();

        assertThat(chain.length()).isEqualTo(3.0 * rungs);
        assertThat(chain.ids()).hasSize(2 * rungs).doesNotContain("left0");
    }
}
