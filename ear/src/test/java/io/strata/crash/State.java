package io.strata.crash;

import java.util.UUID;

/**
 * How a node is: what Neo4j holds of it, and what PostgreSQL does.
 *
 * @param title unique for each state that a client has asked for
 */
record State(String title, String status, UUID parent, String description) {

    State patched(String newTitle, String newStatus, String newDescription) {
        return new State(newTitle, newStatus, parent, newDescription);
    }

    /** Whether Neo4j holds the same of both. */
    boolean sameInGraph(State other) {
        return title.equals(other.title) && status.equals(other.status) && parent.equals(other.parent);
    }

    /** Whether PostgreSQL holds the same of both. */
    boolean sameInDatabase(State other) {
        return description.equals(other.description);
    }
}
