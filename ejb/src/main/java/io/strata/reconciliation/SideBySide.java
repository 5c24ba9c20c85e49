package io.strata.reconciliation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Two pages of keys, in the order of their UTF-8 bytes, that begin after the same key. What they say about keys up to
 * the {@link #end} is complete on both sides; what a side has beyond it is asked for again.
 */
final class SideBySide {

    static final Comparator<String> ORDER = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private final List<String> left;
    private final List<String> right;
    private final String end;

    /** Keys of one side, and whether the side may have more behind them. */
    record Keys(List<String> keys, boolean more) {

        Keys {
            for (int i = 1; i < keys.size(); i++) {
                if (ORDER.compare(keys.get(i - 1), keys.get(i)) >= 0) {
                    throw new IllegalStateException(keys.get(i) + " comes after " + keys.get(i - 1) + ", out of order");
                }
            }
        }

        /** The answer to a question for so many keys at most. */
        static Keys of(List<String> keys, int limit) {
            return new Keys(keys, keys.size() >= limit);
        }
    }

    SideBySide(Keys left, Keys right) {
        this.left = left.keys();
        this.right = right.keys();
        this.end = Stream.of(left, right)
                .filter(Keys::more)
                .map(page -> page.keys().get(page.keys().size() - 1))
                .min(ORDER)
                .orElse(null);
    }

    /** The key up to which both sides are known; {@code null} when both have ended. */
    String end() {
        return end;
    }

    /** Keys that only the left side has. */
    List<String> onlyLeft() {
        return within(left, new HashSet<>(right));
    }

    /** Keys that only the right side has. */
    List<String> onlyRight() {
        return within(right, new HashSet<>(left));
    }

    /** How many different keys both sides have. */
    long keys() {
        return within(left, Set.of()).size() + onlyRight().size();
    }

    /** Whether a key is not beyond the end. */
    boolean covers(String key) {
        return end == null || ORDER.compare(key, end) <= 0;
    }

    private List<String> within(List<String> page, Set<String> others) {
        return page.stream()
                .filter(this::covers)
                .filter(key -> !others.contains(key))
                .toList();
    }
}
