package io.strata.crash;

import java.nio.file.Path;

/**
 * A moment within a commit, or within recovery, at which something is killed.
 *
 * <p>Named by methods that belong to interfaces others rely on: Narayana's records, {@code XAResource}, the JDBC that
 * Narayana speaks to the markers.
 */
enum Step {
    BEFORE_MARKER("before the marker", Where.MARKABLE, "topLevelPrepare()", Where.ENTRY, When.ALWAYS),
    AFTER_MARKER("after the marker", Where.MARKABLE, "topLevelPrepare()", Where.EXIT, When.ALWAYS),
    BEFORE_POSTGRESQL_PREPARES(
            "before PostgreSQL prepares", Where.POSTGRESQL, "prepare", Where.ENTRY, When.CHANGES_THE_GRAPH),
    AFTER_POSTGRESQL_PREPARED(
            "after PostgreSQL prepared", Where.POSTGRESQL, "prepare", Where.EXIT, When.CHANGES_THE_GRAPH),
    BEFORE_ARTEMIS_PREPARES("before Artemis prepares", Where.ARTEMIS, "prepare", Where.ENTRY, When.CHANGES_THE_GRAPH),
    AFTER_ARTEMIS_PREPARED("after Artemis prepared", Where.ARTEMIS, "prepare", Where.EXIT, When.CHANGES_THE_GRAPH),
    BEFORE_LOG("before Narayana's log", Where.ACTION, "prepare", "AT INVOKE write_committed", When.CHANGES_THE_GRAPH),
    AFTER_LOG("after Narayana's log", Where.ACTION, "phase2Commit", Where.ENTRY, When.CHANGES_THE_GRAPH),
    BEFORE_NEO4J_COMMITS("before Neo4j commits", Where.MARKABLE, "topLevelCommit()", Where.ENTRY, When.ALWAYS),
    AFTER_NEO4J_COMMITTED("after Neo4j committed", Where.MARKABLE, "topLevelCommit()", Where.EXIT, When.ALWAYS),
    BEFORE_POSTGRESQL_COMMITS(
            "before PostgreSQL commits", Where.POSTGRESQL, Where.XA_COMMIT, Where.ENTRY, When.CHANGES_THE_GRAPH),
    AFTER_POSTGRESQL_COMMITTED(
            "after PostgreSQL committed", Where.POSTGRESQL, Where.XA_COMMIT, Where.EXIT, When.CHANGES_THE_GRAPH),
    BEFORE_ARTEMIS_COMMITS(
            "before Artemis commits", Where.ARTEMIS, Where.XA_COMMIT, Where.ENTRY, When.CHANGES_THE_GRAPH),
    AFTER_ARTEMIS_COMMITTED(
            "after Artemis committed", Where.ARTEMIS, Where.XA_COMMIT, Where.EXIT, When.CHANGES_THE_GRAPH),
    BEFORE_LOG_REMOVAL("before the log is removed", Where.ACTION, "updateState", Where.ENTRY, When.CHANGES_THE_GRAPH),
    AFTER_LOG_REMOVAL("after the log was removed", Where.ACTION, "phase2Commit", Where.EXIT, When.CHANGES_THE_GRAPH),
    BEFORE_MARKER_REMOVAL("before markers are removed", Where.MARKERS, "delete", Where.ENTRY, When.ALWAYS),
    AFTER_MARKER_REMOVAL("after markers were removed", Where.MARKERS, "delete", Where.EXIT, When.ALWAYS),

    BEFORE_LISTENERS_COMMIT(
            "an event heard, not yet acknowledged",
            "io.strata.events.EventDispatcher",
            "onMessage",
            Where.EXIT,
            When.ALWAYS),
    BEFORE_CALL_IS_NOTED(
            "a webhook called, not yet noted",
            "io.strata.webhooks.DeliveryLedger",
            "delivered",
            Where.ENTRY,
            When.ALWAYS),
    BEFORE_DOCUMENT_IS_READY(
            "a document about to be ready",
            "io.strata.documents.ProcessingSteps",
            "classified",
            Where.EXIT,
            When.ALWAYS),

    RECOVERY_ASKS_MARKERS("recovery asks for the markers", Where.MARKERS, "ofManagers", Where.ENTRY, When.ALWAYS),
    RECOVERY_KNOWS_MARKERS("recovery knows the markers", Where.MARKERS, "ofManagers", Where.EXIT, When.ALWAYS),
    RECOVERY_REPLAYS(
            "recovery replays a transaction",
            "com.arjuna.ats.arjuna.recovery.RecoverAtomicAction",
            "replayPhase2",
            Where.ENTRY,
            When.ALWAYS),
    RECOVERY_REPLAYED(
            "recovery has replayed a transaction",
            "com.arjuna.ats.arjuna.recovery.RecoverAtomicAction",
            "replayPhase2",
            Where.EXIT,
            When.ALWAYS),
    RECOVERY_COMMITS_POSTGRESQL(
            "recovery commits PostgreSQL", Where.POSTGRESQL, Where.XA_COMMIT, Where.ENTRY, When.RECOVERS),
    RECOVERY_COMMITTED_POSTGRESQL(
            "recovery committed PostgreSQL", Where.POSTGRESQL, Where.XA_COMMIT, Where.EXIT, When.RECOVERS),
    RECOVERY_COMMITS_ARTEMIS("recovery commits Artemis", Where.ARTEMIS, Where.XA_COMMIT, Where.ENTRY, When.RECOVERS),
    RECOVERY_ROLLS_BACK_POSTGRESQL(
            "recovery rolls PostgreSQL back", Where.POSTGRESQL, "rollback", Where.ENTRY, When.RECOVERS),
    RECOVERY_ROLLED_BACK_POSTGRESQL(
            "recovery rolled PostgreSQL back", Where.POSTGRESQL, "rollback", Where.EXIT, When.RECOVERS);

    private static final class Where {
        static final String MARKABLE = "com.arjuna.ats.internal.jta.resources.arjunacore.CommitMarkableResourceRecord";
        static final String ACTION = "com.arjuna.ats.arjuna.coordinator.BasicAction";
        static final String POSTGRESQL = "io.strata.postgresql.DurableXAResource";
        static final String ARTEMIS = "org.apache.activemq.artemis.core.client.impl.ClientSessionImpl";
        static final String MARKERS = "io.strata.transaction.GraphMarkers";
        static final String XA_COMMIT = "commit(javax.transaction.xa.Xid,boolean)";
        static final String ENTRY = "AT ENTRY";
        static final String EXIT = "AT EXIT";
    }

    /** Which of the threads that pass the place are meant. */
    private static final class When {
        static final String ALWAYS = "TRUE";
        /** Set where the marker is made; see {@link Trap}. */
        static final String CHANGES_THE_GRAPH = "flagged(\"graph \" + Thread.currentThread().getId())";

        static final String RECOVERS = "Thread.currentThread().getName().contains(\"Recovery\")";
    }

    private final String title;
    private final String type;
    private final String method;
    private final String location;
    private final String condition;

    Step(String title, String type, String method, String location, String condition) {
        this.title = title;
        this.type = type;
        this.method = method;
        this.location = location;
        this.condition = condition;
    }

    /** The name for people. */
    String title() {
        return title;
    }

    /** Whether it is passed when the server has died in the middle of something, and not before. */
    boolean isOfRecovery() {
        return name().startsWith("RECOVERY");
    }

    /** Where the server must have died before, so that recovery gets here. */
    Step cause() {
        return name().contains("ROLL") ? AFTER_ARTEMIS_PREPARED : AFTER_NEO4J_COMMITTED;
    }

    /**
     * A Byteman rule for this place.
     *
     * @param armed a file that is there as long as nobody has got there; whoever takes it away acts. A flag in the agent
     *     would not do: the agent forgets its flags when rules are removed, a moment before the rules are gone
     * @param action what to do the first time a thread gets there
     */
    String rule(String name, Path armed, String action) {
        return """
                RULE %s
                CLASS %s
                METHOD %s
                %s
                BIND armed = new java.io.File("%s")
                IF %s AND armed.delete()
                DO %s
                ENDRULE
                """.formatted(name, type, method, location, armed, condition, action);
    }
}
