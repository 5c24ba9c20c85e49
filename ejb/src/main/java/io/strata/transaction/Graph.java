package io.strata.transaction;

import io.strata.access.Open;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Record;
import org.neo4j.driver.SessionConfig;
import org.neo4j.ogm.session.Session;

/**
 * The graph, as application code uses it. Writes join the JTA transaction of the thread and become visible with it;
 * reads see the transaction's own writes if there are any, and cost no more than one round trip if there are none.
 */
@ApplicationScoped
public class Graph {

    private static final Object BRANCH = new Object();
    private static final SessionConfig READING =
            SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();

    @Inject
    Neo4jConnection neo4j;

    @Resource(lookup = "java:jboss/TransactionManager")
    TransactionManager transactions;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry registry;

    /**
     * Asks a question.
     *
     * @param cypher with parameters, never with values in its text
     * @return a map per row, with values as the driver gives them
     */
    @Open("a store for other services, behind their permission checks")
    public List<Map<String, Object>> read(String cypher, Map<String, Object> parameters) {
        GraphBranch branch = currentBranch();
        if (branch != null) {
            return rows(branch.run(cypher, parameters));
        }
        try (org.neo4j.driver.Session session = neo4j.driver().session(READING)) {
            return rows(session.run(cypher, parameters).list());
        }
    }

    /**
     * Changes the graph within the transaction of the thread. The statement may be put behind another clause, so it
     * neither begins with a directive ({@code PROFILE}) nor uses {@code *} for all its variables.
     *
     * @return what the statement returns, a map per row
     * @throws IllegalStateException when there is no transaction
     */
    @Open("a store for other services, behind their permission checks")
    public List<Map<String, Object>> write(String cypher, Map<String, Object> parameters) {
        return rows(joinedBranch().write(cypher, parameters));
    }

    /**
     * The OGM session of the transaction of the thread; what it saves is part of it.
     *
     * @throws IllegalStateException when there is no transaction
     */
    @Open("a store for other services, behind their permission checks")
    public Session session() {
        return joinedBranch().session();
    }

    private GraphBranch currentBranch() {
        return registry.getTransactionKey() == null ? null : (GraphBranch) registry.getResource(BRANCH);
    }

    private GraphBranch joinedBranch() {
        if (registry.getTransactionKey() == null) {
            throw new IllegalStateException("the graph is only written within a transaction");
        }
        GraphBranch branch = currentBranch();
        if (branch == null) {
            branch = new GraphBranch(neo4j);
            enlist(branch);
            registry.putResource(BRANCH, branch);
        }
        return branch;
    }

    private void enlist(GraphBranch branch) {
        try {
            Transaction transaction = transactions.getTransaction();
            if (!transaction.enlistResource(branch)) {
                throw new IllegalStateException("the transaction takes no further participants");
            }
        } catch (RollbackException | SystemException e) {
            branch.abandon();
            throw new IllegalStateException("the graph cannot join the transaction", e);
        }
    }

    private static List<Map<String, Object>> rows(List<Record> records) {
        return records.stream().map(Record::asMap).toList();
    }
}
