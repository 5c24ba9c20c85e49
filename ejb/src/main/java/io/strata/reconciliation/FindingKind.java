package io.strata.reconciliation;

/** The ways in which stores can disagree; each says which one is right and why. */
public enum FindingKind {
    NODE_WITHOUT_CONTENT(
            Store.GRAPH,
            Store.DATABASE,
            "The graph decides which nodes exist. This one has lost its description.",
            "Giving it an empty description loses nothing more."),
    CONTENT_WITHOUT_NODE(
            Store.GRAPH,
            Store.DATABASE,
            "The graph decides which nodes exist. Nobody can reach this description.",
            "It may be the last trace of a node, so a person decides whether to delete it."),
    DOCUMENT_WITHOUT_OBJECT(
            Store.DATABASE,
            Store.OBJECTS,
            "The database decides which documents exist. The file of this one is gone.",
            "The file cannot be made up: restore it from a backup, or delete the document."),
    OBJECT_WITHOUT_DOCUMENT(
            Store.DATABASE,
            Store.OBJECTS,
            "The database decides which documents exist. Nobody can reach this file; it is older than an hour, so no"
                    + " upload is under way.",
            "Deleting it frees space and takes nothing away from anybody."),
    DOCUMENT_WITHOUT_ARTIFACT(
            Store.DATABASE,
            Store.GRAPH,
            "The database decides which documents exist. This one is ready, but no node and no search by meaning leads"
                    + " to it.",
            "Processing it again writes its entry anew and changes nothing else."),
    ARTIFACT_WITHOUT_DOCUMENT(
            Store.DATABASE,
            Store.GRAPH,
            "The database decides which documents exist. This entry at a node leads nowhere.",
            "Removing the entry takes nothing away: there is no document behind it.");

    private final Store truth;
    private final Store other;
    private final String reason;
    private final String offer;

    FindingKind(Store truth, Store other, String reason, String offer) {
        this.truth = truth;
        this.other = other;
        this.reason = reason;
        this.offer = offer;
    }

    /** The store that decides. */
    public Store truth() {
        return truth;
    }

    /** The store that disagrees with it. */
    public Store other() {
        return other;
    }

    /** Why the one decides, and what follows. */
    public String reason() {
        return reason;
    }

    /** What can be done, and why it is safe or not. */
    public String offer() {
        return offer;
    }
}
