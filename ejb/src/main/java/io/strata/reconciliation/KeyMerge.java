package io.strata.reconciliation;

import io.strata.reconciliation.Comparison.Side;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;

/**
 * Walks the keys of two stores side by side, in order, holding no more than a page of each. A walk can begin after any
 * key, which makes that key a checkpoint.
 */
public final class KeyMerge {

    private static final int PAGE = 2000;
    private static final Comparator<String> ORDER = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private final Keys left;
    private final Keys right;

    KeyMerge(Comparison comparison, String after) {
        left = new Keys(comparison, Side.LEFT, after);
        right = new Keys(comparison, Side.RIGHT, after);
    }

    /** The next key; {@code null} at the end. */
    public KeyPair next() {
        String fromLeft = left.peek();
        String fromRight = right.peek();
        if (fromLeft == null && fromRight == null) {
            return null;
        }
        int order = fromLeft == null ? 1 : fromRight == null ? -1 : ORDER.compare(fromLeft, fromRight);
        if (order <= 0) {
            left.advance();
        }
        if (order >= 0) {
            right.advance();
        }
        return new KeyPair(order <= 0 ? fromLeft : fromRight, order <= 0, order >= 0);
    }

    /** The keys of one side, fetched page by page. */
    private static final class Keys {

        private final Comparison comparison;
        private final Side side;
        private final Deque<String> page = new ArrayDeque<>();
        private String last;
        private boolean exhausted;

        private Keys(Comparison comparison, Side side, String after) {
            this.comparison = comparison;
            this.side = side;
            this.last = after;
        }

        private String peek() {
            if (page.isEmpty() && !exhausted) {
                page.addAll(comparison.keys(side, last, PAGE));
                exhausted = page.isEmpty();
            }
            return page.peek();
        }

        private void advance() {
            String key = page.remove();
            if (!last.isEmpty() && ORDER.compare(last, key) >= 0) {
                throw new IllegalStateException(
                        comparison.name() + ": " + side + " hands out " + key + " after " + last + ", out of order");
            }
            last = key;
        }
    }
}
