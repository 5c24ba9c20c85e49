package io.strata.access;

import io.strata.common.ProblemException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What was refused within the outermost call of a thread. A problem that passes several gates on its way out is one
 * refusal, of the call that the caller made; one that a service catches, item by item, is one all the same.
 */
final class Refusals {

    private static final ThreadLocal<Refusals> CURRENT = new ThreadLocal<>();

    private final Map<ProblemException, Integer> places = new IdentityHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private int depth;

    private Refusals() {}

    /** Enters a call; every one is {@linkplain #leave left}. */
    static Refusals enter() {
        Refusals current = CURRENT.get();
        if (current == null) {
            current = new Refusals();
            CURRENT.set(current);
        }
        current.depth++;
        return current;
    }

    /** Notes a refusal; the same problem further out replaces what was noted further in. */
    void note(ProblemException problem, Refusal refusal) {
        Integer place = places.putIfAbsent(problem, refusals.size());
        if (place == null) {
            refusals.add(refusal);
        } else {
            refusals.set(place, refusal.within(refusals.get(place)));
        }
    }

    /** Leaves a call, and tells what was refused if it was the outermost. */
    void leave(Consumer<Refusal> observer) {
        depth--;
        if (depth == 0) {
            CURRENT.remove();
            refusals.forEach(observer);
        }
    }
}
