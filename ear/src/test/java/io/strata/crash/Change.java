package io.strata.crash;

/** What clients do to nodes; each is one transaction over all stores, with an audit entry and an event. */
enum Change {
    CREATE("node.created", "node.created"),
    PATCH("node.changed", "node.status_changed"),
    MOVE("node.moved", "node.moved"),
    DELETE("node.deleted", "node.deleted"),
    LINK("link.created", "link.created");

    private final String audited;
    private final String event;

    Change(String audited, String event) {
        this.audited = audited;
        this.event = event;
    }

    /** The action in the audit log. */
    String audited() {
        return audited;
    }

    /** The type of the event. */
    String event() {
        return event;
    }
}
