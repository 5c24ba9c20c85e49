package io.strata.transaction;

import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.jboss.tm.ConnectableResource;
import org.jboss.tm.LastResource;
import org.jboss.tm.XAResourceWrapper;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.ogm.drivers.bolt.transaction.BoltTransaction;

/**
 * Neo4j's part of one JTA transaction: an open Neo4j transaction that Narayana commits or rolls back at the right
 * moment. Narayana finds in {@link ConnectableResource} where to put its marker, and in {@link LastResource} that this
 * participant cannot prepare.
 *
 * <p>Statements go to the native transaction, because Narayana may complete it from another thread (a time-out, the
 * recovery), while OGM's is bound to the thread that opened it.
 */
final class GraphBranch implements LastResource, ConnectableResource, XAResourceWrapper {

    private static final Logger LOG = Logger.getLogger(GraphBranch.class.getName());
    private static final long RETRY_MILLISECONDS = 500;

    /** Finds our marker, or plants a tombstone under its unique key so that a commit still under way must fail. */
    private static final String READ_OUTCOME = """
            MERGE (m:TxMarker {xid: $xid})
            ON CREATE SET m.aborted = true, m.created_at = timestamp()
            RETURN m.aborted IS NULL AS committed
            """;

    private final Neo4jConnection neo4j;
    private final org.neo4j.ogm.session.Session session;
    private final Transaction transaction;
    private BranchMarker early;
    private String markedXid;
    private Xid xid;
    private boolean failed;

    GraphBranch(Neo4jConnection neo4j) {
        this.neo4j = neo4j;
        this.session = neo4j.sessions().openSession();
        this.transaction = ((BoltTransaction) session.beginTransaction()).nativeBoltTransaction();
    }

    org.neo4j.ogm.session.Session session() {
        return session;
    }

    List<Record> run(String cypher, Map<String, Object> parameters) {
        try {
            return transaction.run(cypher, parameters).list();
        } catch (Neo4jException e) {
            failed = true;
            throw e;
        }
    }

    /** Runs a statement that changes something; the first one takes the marker along and saves a round trip. */
    List<Record> write(String cypher, Map<String, Object> parameters) {
        if (early != null || markedXid != null) {
            return run(cypher, parameters);
        }
        BranchMarker marker = BranchMarker.expected(xid);
        Map<String, Object> both = new HashMap<>(parameters);
        both.put("tx_marker", marker.asMap());
        List<Record> records = run(GraphMarkers.CREATE_FIRST + cypher, both);
        early = marker;
        return records;
    }

    /** Sees to it that the marker is there which will say that this branch was committed. */
    void mark(BranchMarker marker) {
        if (failed) {
            throw new IllegalStateException("a statement failed before, so Neo4j will not commit");
        }
        if (early == null) {
            run(GraphMarkers.CREATE, marker.asMap());
        } else if (!early.equals(marker)) {
            run(GraphMarkers.CORRECT, marker.replacing(early));
        }
        markedXid = marker.xid();
    }

    /** Gives the branch up before it has become part of a transaction. */
    void abandon() {
        release(true);
    }

    @Override
    public Object getConnection() {
        return JdbcFacade.of(Connection.class, new MarkerConnection.OfBranch(this));
    }

    /**
     * Commits. Only two answers are possible, because Narayana takes any other failure for a success of this
     * participant: it is committed, or it is rolled back.
     */
    @Override
    public void commit(Xid xid, boolean onePhase) throws XAException {
        try {
            if (markedXid == null && early != null) {
                // The only participant after all: there is no log entry that could ask for the marker.
                run(GraphMarkers.REMOVE, Map.of("made", early.xid()));
            }
            transaction.commit();
        } catch (Neo4jException | IllegalStateException e) {
            if (!wasCommitted(e)) {
                throw rolledBack(e);
            }
        } finally {
            release(false);
        }
    }

    private boolean wasCommitted(RuntimeException cause) {
        if (markedXid == null) {
            // The only participant: nobody else depends on the answer, and the caller is told of the failure.
            return false;
        }
        LOG.log(Level.WARNING, "The outcome of a commit in Neo4j is unknown; asking until it answers", cause);
        while (true) {
            try (Session asking = neo4j.driver().session()) {
                return asking.run(READ_OUTCOME, Map.of("xid", markedXid))
                        .single()
                        .get("committed")
                        .asBoolean();
            } catch (Neo4jException unreachable) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the outcome of a commit was unknown; recovery decides", e);
        }
    }

    private static XAException rolledBack(RuntimeException cause) {
        XAException rolledBack = new XAException(XAException.XA_RBROLLBACK);
        rolledBack.initCause(cause);
        return rolledBack;
    }

    @Override
    public void rollback(Xid xid) {
        release(true);
    }

    private void release(boolean rollback) {
        try {
            if (rollback && transaction.isOpen()) {
                transaction.rollback();
            }
        } catch (Neo4jException e) {
            LOG.log(Level.FINE, "Neo4j rolls back by itself when the connection is gone", e);
        } finally {
            transaction.close();
            session.clear();
        }
    }

    @Override
    public int prepare(Xid xid) {
        throw new IllegalStateException("Neo4j does not prepare: Narayana must be told of the commit-markable resource "
                + GraphMarkers.JNDI_NAME);
    }

    @Override
    public void start(Xid branch, int flags) {
        // the Neo4j transaction began when the branch was made
        xid = branch;
    }

    @Override
    public void end(Xid xid, int flags) {
        // nothing ends before commit or rollback
    }

    @Override
    public void forget(Xid xid) {
        // there are no heuristic outcomes to forget
    }

    @Override
    public Xid[] recover(int flag) {
        return new Xid[0];
    }

    @Override
    public boolean isSameRM(XAResource other) {
        return other == this;
    }

    @Override
    public int getTransactionTimeout() {
        return 0;
    }

    @Override
    public boolean setTransactionTimeout(int seconds) {
        return false;
    }

    @Override
    public XAResource getResource() {
        return this;
    }

    @Override
    public String getProductName() {
        return "Neo4j";
    }

    @Override
    public String getProductVersion() {
        return "5";
    }

    @Override
    public String getJndiName() {
        return GraphMarkers.JNDI_NAME;
    }
}
