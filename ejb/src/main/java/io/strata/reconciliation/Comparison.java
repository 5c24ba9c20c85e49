package io.strata.reconciliation;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Two stores that should hold the same keys; the left one decides what is right. */
interface Comparison {

    /** One of the two. */
    enum Side {
        LEFT,
        RIGHT;

        Side opposite() {
            return this == LEFT ? RIGHT : LEFT;
        }
    }

    /** The name under which the job asks for it. */
    String name();

    /**
     * The keys that a side holds, in the order of their UTF-8 bytes.
     *
     * @param after the key before the first one wanted; {@code ""} for the beginning
     */
    List<String> keys(Side side, String after, int limit);

    /** What a side holds under some keys, as JSON; keys that it does not hold are absent. */
    Map<String, String> read(Side side, Collection<String> keys);

    /** What it means that only one side holds a key; {@code null} when that is as it should be. */
    FindingKind whenOnlyIn(Side side);

    /** Whether a state that only one side holds is worth a person's time. */
    default boolean matters(Side side, String state) {
        return true;
    }
}
