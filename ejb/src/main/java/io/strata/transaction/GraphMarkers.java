package io.strata.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/** The markers of committed branches in Neo4j: what recovery asks, and how they are collected. */
@ApplicationScoped
class GraphMarkers {

    /** Under which name Narayana's configuration knows where the markers are. */
    static final String JNDI_NAME = "java:jboss/datasources/StrataGraphMarkers";

    static final String CREATE = """
            CREATE (:TxMarker {xid: $xid, manager: $manager, action: $action, created_at: timestamp()})
            """;

    /** Put before a statement, makes the marker in the round trip of that statement. */
    static final String CREATE_FIRST = """
            CREATE (:TxMarker {
              xid: $tx_marker.xid, manager: $tx_marker.manager, action: $tx_marker.action, created_at: timestamp()})
            WITH 1 AS tx_marker_made
            """;

    /** Turns the marker that was made first into what it has to be. */
    static final String CORRECT = """
            MATCH (m:TxMarker {xid: $made}) SET m.xid = $xid, m.manager = $manager, m.action = $action
            """;

    /** Takes a marker back within its own transaction. */
    static final String REMOVE = "MATCH (m:TxMarker {xid: $made}) DELETE m";

    private static final String OF_MANAGERS = """
            MATCH (m:TxMarker) WHERE m.manager IN $managers AND m.aborted IS NULL
            RETURN m.xid AS xid, m.action AS action
            """;

    private static final String DELETE = """
            UNWIND $xids AS xid MATCH (m:TxMarker {xid: xid}) DELETE m
            """;

    /** Tombstones outlive any commit that could still arrive, then go. */
    private static final String DELETE_OLD_TOMBSTONES = """
            MATCH (m:TxMarker) WHERE m.aborted AND m.created_at < timestamp() - 86400000 DELETE m
            """;

    /**
     * A committed branch.
     *
     * @param xid the branch, in hexadecimal
     * @param action Narayana's name of the transaction, in hexadecimal
     */
    record Marker(String xid, String action) {}

    @Inject
    Neo4jConnection neo4j;

    @Inject
    GraphFence fence;

    /** The branches that transaction managers of these names have committed. */
    List<Marker> ofManagers(List<String> managers) {
        fence.ensureClosed();
        try (Session session = neo4j.driver().session()) {
            session.run(DELETE_OLD_TOMBSTONES).consume();
            return session.run(OF_MANAGERS, Map.of("managers", managers)).list(GraphMarkers::marker);
        }
    }

    /**
     * Sees to it that markers are gone. Narayana collects a marker in both phases of a recovery pass when the branch ends
     * between them: that one of the two finds nothing left is as it should be.
     */
    void delete(List<String> xids) {
        try (Session session = neo4j.driver().session()) {
            session.run(DELETE, Map.of("xids", xids)).consume();
        }
    }

    private static Marker marker(Record row) {
        return new Marker(row.get("xid").asString(), row.get("action").asString());
    }
}
