package io.strata.crash;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * How a node is: what Neo4j holds of it, and what PostgreSQL does.
 *
 * @param title unique for each state that a client has asked for
 * @param links the nodes that it is linked to
 */
record State(String title, String status, UUID parent, boolean trashed, SortedSet<UUID> links, String description) {

    /** A new node. */
    State(String title, String status, UUID parent, String description) {
        this(title, status, parent, false, new TreeSet<>(), description);
    }

    State patched(String newTitle, String newStatus, String newDescription) {
        return new State(newTitle, newStatus, parent, trashed, links, newDescription);
    }

    State moved(UUID newParent) {
        return new State(title, status, newParent, trashed, links, description);
    }

    State deleted() {
        return new State(title, status, parent, true, links, description);
    }

    State linked(UUID target) {
        SortedSet<UUID> more = new TreeSet<>(links);
        more.add(target);
        return new State(title, status, parent, trashed, more, description);
    }

    /** Whether Neo4j holds the same of both. */
    boolean sameInGraph(State other) {
        return equals(new State(other.title, other.status, other.parent, other.trashed, other.links, description));
    }

    /** Whether PostgreSQL holds the same of both. */
    boolean sameInDatabase(State other) {
        return description.equals(other.description);
    }
}
