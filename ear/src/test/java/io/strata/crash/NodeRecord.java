package io.strata.crash;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * What its client knows of a node: the state that was acknowledged, how often which change was, and at most one change
 * whose outcome nobody has told. After such a one the client leaves the node alone.
 */
final class NodeRecord {

    private final UUID id;
    private final Map<Change, Integer> acknowledged = new EnumMap<>(Change.class);
    private State state;
    private Doubt doubt;

    /**
     * A change without a proper answer.
     *
     * @param after the state if it was made
     * @param refused whether the server answered with an error, so that it must not have been made
     */
    record Doubt(Change change, State after, boolean refused) {}

    NodeRecord(UUID id, State state) {
        this.id = id;
        acknowledge(Change.CREATE, state);
    }

    synchronized void acknowledge(Change change, State after) {
        acknowledged.merge(change, 1, Integer::sum);
        state = after;
    }

    synchronized void doubt(Change change, State after, boolean refused) {
        doubt = new Doubt(change, after, refused);
    }

    UUID id() {
        return id;
    }

    synchronized State state() {
        return state;
    }

    /** {@code null} when every change has been answered. */
    synchronized Doubt doubt() {
        return doubt;
    }

    synchronized int acknowledged(Change change) {
        return acknowledged.getOrDefault(change, 0);
    }
}
