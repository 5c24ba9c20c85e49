package io.strata.common;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param items the elements, in the list's order
 * @param nextCursor opaque; asks for the part that follows. {@code null} at the end
 */
public record Page<T>(List<T> items, String nextCursor) {

    /** How many elements a page has when the caller does not say. */
    public static final int DEFAULT_LIMIT = 50;

    /** How many elements a page has at most. */
    public static final int MAXIMUM_LIMIT = 200;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page from a query that asked for one element more than the limit, so that it knows whether there are
     * more.
     *
     * @param fetched up to {@code limit + 1} elements
     * @param cursor gives the cursor that continues after an element
     */
    public static <T> Page<T> of(List<T> fetched, int limit, Function<T, String> cursor) {
        if (fetched.size() <= limit) {
            return new Page<>(fetched, null);
        }
        List<T> items = fetched.subList(0, limit);
        return new Page<>(items, cursor.apply(items.get(limit - 1)));
    }

    /** Brings a requested limit into the allowed range; {@code null} means the default. */
    public static int limit(Integer requested) {
        if (requested == null) {
            return DEFAULT_LIMIT;
        }
        if (requested < 1 || requested > MAXIMUM_LIMIT) {
            throw ProblemException.validation("limit", "must be between 1 and " + MAXIMUM_LIMIT);
        }
        return requested;
    }

    /**
     * The number that a cursor of a list in falling order stands for; above every number without a cursor.
     *
     * @throws ProblemException validation, when no list gave that cursor
     */
    public static long below(String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw ProblemException.validation("cursor", "is none that a list gave");
        }
    }
}
