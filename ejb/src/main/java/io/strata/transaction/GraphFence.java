package io.strata.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.neo4j.driver.Session;

/**
 * Ends the Neo4j connections that an earlier start of this server left behind, once, before recovery reads the first
 * marker. Without it a commit that was on its way when the server died could still arrive after recovery had found no
 * marker and rolled the other stores back.
 */
@ApplicationScoped
class GraphFence {

    private static final Logger LOG = Logger.getLogger(GraphFence.class.getName());

    private static final String STALE_CONNECTIONS = """
            CALL dbms.listConnections() YIELD connectionId, userAgent
            WHERE userAgent STARTS WITH $node AND userAgent <> $self
            RETURN collect(connectionId) AS ids
            """;

    private static final String KILL = "CALL dbms.killConnections($ids) YIELD connectionId RETURN count(*) AS ended";

    @Inject
    Neo4jConnection neo4j;

    private boolean closed;

    /**
     * Returns once no connection of an earlier start is left.
     *
     * @throws IllegalStateException when some remain; recovery then tries again later
     */
    synchronized void ensureClosed() {
        if (closed) {
            return;
        }
        try (Session session = neo4j.driver().session()) {
            List<Object> stale = stale(session);
            if (!stale.isEmpty()) {
                LOG.info("Ending " + stale.size() + " Neo4j connections of an earlier start");
                session.run(KILL, Map.of("ids", stale)).consume();
                if (!stale(session).isEmpty()) {
                    throw new IllegalStateException("connections of an earlier start are still open in Neo4j");
                }
            }
        }
        closed = true;
    }

    private List<Object> stale(Session session) {
        return session.run(
                        STALE_CONNECTIONS, Map.of("node", Neo4jConnection.userAgentOfNode(), "self", neo4j.userAgent()))
                .single()
                .get("ids")
                .asList();
    }
}
