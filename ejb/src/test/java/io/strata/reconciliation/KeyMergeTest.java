package io.strata.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyMergeTest {

    @Test
    void meetsEveryKeyOnceInOrderAndSaysWhoHoldsIt() {
        assertThat(walk(keys("a", "c", "d"), keys("b", "c", "e"), ""))
                .containsExactly(
                        new KeyPair("a", true, false),
                        new KeyPair("b", false, true),
                        new KeyPair("c", true, true),
                        new KeyPair("d", true, false),
                        new KeyPair("e", false, true));
    }

    @Test
    void findsNothingInEmptyStores() {
        assertThat(walk(keys(), keys(), "")).isEmpty();
    }

    @Test
    void continuesAfterAnyKey() {
        assertThat(walk(keys("a", "c", "d"), keys("b", "c"), "b"))
                .containsExactly(new KeyPair("c", true, true), new KeyPair("d", true, false));
    }

    @Test
    void walksOverManyPages() {
        NavigableSet<String> left = new TreeSet<>();
        NavigableSet<String> right = new TreeSet<>();
        IntStream.range(0, 10_000).forEach(i -> {
            String key = "%05d".formatted(i);
            left.add(key);
            if (i % 1000 != 7) {
                right.add(key);
            }
        });

        assertThat(walk(left, right, ""))
                .hasSize(10_000)
                .filteredOn(pair -> !pair.agrees())
                .hasSize(10);
    }

    @Test
    void refusesAStoreThatHandsOutKeysOutOfOrder() {
        Comparison disordered = new InMemory(keys(), keys()) {
            @Override
            public List<String> keys(Side side, String after, int limit) {
                return side == Side.LEFT && after.isEmpty() ? List.of("b", "a") : List.of();
            }
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> walk(new KeyMerge(disordered, "")))
                .withMessageContaining("out of order");
    }

    private static List<KeyPair> walk(NavigableSet<String> left, NavigableSet<String> right, String after) {
        return walk(new KeyMerge(new InMemory(left, right), after));
    }

    private static List<KeyPair> walk(KeyMerge merge) {
        List<KeyPair> pairs = new ArrayList<>();
        for (KeyPair pair = merge.next(); pair != null; pair = merge.next()) {
            pairs.add(pair);
        }
        return pairs;
    }

    private static NavigableSet<String> keys(String... keys) {
        return new TreeSet<>(List.of(keys));
    }

    private static class InMemory implements Comparison {

        private final NavigableSet<String> left;
        private final NavigableSet<String> right;

        InMemory(NavigableSet<String> left, NavigableSet<String> right) {
            this.left = left;
            this.right = right;
        }

        @Override
        public String name() {
            return "memory";
        }

        @Override
        public List<String> keys(Side side, String after, int limit) {
            return (side == Side.LEFT ? left : right)
                    .tailSet(after, false).stream().limit(limit).toList();
        }

        @Override
        public Map<String, String> read(Side side, Collection<String> keys) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FindingKind whenOnlyIn(Side side) {
            throw new UnsupportedOperationException();
        }
    }
}
