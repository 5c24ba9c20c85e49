package io.strata.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.strata.access.Action;
import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.access.Requires;
import io.strata.transaction.Graph;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A row, a message and a node live and die together. */
@ExtendWith(ArquillianExtension.class)
class GraphTransactionIT {

    private static final String NODE = "CREATE (:Node {id: $id, short_id: $id})";

    @Inject
    Graph graph;

    @Resource
    UserTransaction transaction;

    @Resource(lookup = "java:jboss/datasources/Strata")
    DataSource database;

    @Resource(lookup = "java:/JmsXA")
    ConnectionFactory broker;

    /** A queue that nobody consumes. */
    @Resource(lookup = "java:/jms/queue/EventsDead")
    Queue queue;

    @Resource
    ManagedExecutorService threads;

    @Inject
    Racer racer;

    private final UUID id = UUID.randomUUID();

    @Deployment
    static EnterpriseArchive strata() {
        return StrataWithTests.with(GraphTransactionIT.class, Assertions.class, Awaitility.class, Matcher.class);
    }

    @AfterEach
    void leavesNoTransactionBehind() throws Exception {
        if (transaction.getStatus() != jakarta.transaction.Status.STATUS_NO_TRANSACTION) {
            transaction.rollback();
        }
    }

    @Test
    void makesEverythingVisibleByTheCommit() throws Exception {
        transaction.begin();
        writeRow();
        sendMessage();
        writeNode();
        transaction.commit();

        assertThat(rows()).isEqualTo(1);
        assertThat(nodes()).isEqualTo(1);
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void leavesNothingAnywhereAfterARollback() throws Exception {
        transaction.begin();
        writeRow();
        sendMessage();
        writeNode();
        transaction.rollback();

        assertNothing();
    }

    @Test
    void takesRowAndMessageBackWhenTheGraphRefuses() throws Exception {
        transaction.begin();
        writeRow();
        sendMessage();
        writeNode();

        assertThatThrownBy(this::writeNode).as("the same id twice").isInstanceOf(RuntimeException.class);
        transaction.rollback();

        assertNothing();
    }

    @Test
    void cannotCommitAfterTheGraphHasRefused() throws Exception {
        transaction.begin();
        writeRow();
        writeNode();
        assertThatThrownBy(this::writeNode).isInstanceOf(RuntimeException.class);

        assertThatThrownBy(transaction::commit).isInstanceOf(Exception.class);

        assertNothing();
    }

    @Test
    void readsItsOwnWritesBeforeAnybodyElseDoes() throws Exception {
        transaction.begin();
        writeNode();

        assertThat(nodes()).isEqualTo(1);
        transaction.rollback();
        assertThat(nodes()).isZero();
    }

    @Test
    void writesOnlyInATransaction() {
        assertThatThrownBy(this::writeNode).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void leavesNoMarkerInTheGraph() throws Exception {
        transaction.begin();
        writeRow();
        sendMessage();
        writeNode();
        transaction.commit();

        await("the markers' end")
                .atMost(Duration.ofMinutes(3))
                .until(() -> count("MATCH (m:TxMarker) RETURN count(m) AS count", Map.of()) == 0);
    }

    @Test
    void triesAgainWhatADeadlockEnded() throws Exception {
        UUID other = UUID.randomUUID();
        for (UUID node : List.of(id, other)) {
            transaction.begin();
            graph.write(NODE, Map.of("id", node.toString()));
            transaction.commit();
        }
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        Future<Integer> one = threads.submit(() -> attempts(id, other, bothHoldOne));
        Future<Integer> two = threads.submit(() -> attempts(other, id, bothHoldOne));

        assertThat(List.of(one.get(2, TimeUnit.MINUTES), two.get(2, TimeUnit.MINUTES)))
                .as("attempts until both had changed both nodes")
                .containsExactlyInAnyOrder(1, 2);
        assertThat(count("MATCH (n:Node {id: $id}) RETURN n.changes AS count", Map.of("id", id.toString())))
                .isEqualTo(2);
    }

    private int attempts(UUID first, UUID second, CyclicBarrier bothHoldOne) throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        CurrentCaller.callAs(Caller.system(), () -> {
            racer.change(first, second, bothHoldOne, attempts);
            return null;
        });
        return attempts.get();
    }

    /** Changes two nodes in the order that it is given. */
    @ApplicationScoped
    public static class Racer {

        private static final String CHANGE = "MATCH (n:Node {id: $id}) SET n.changes = coalesce(n.changes, 0) + 1";

        @Inject
        Graph graph;

        @Requires(Action.SIGNED_IN)
        @Transactional(rollbackOn = Exception.class)
        public void change(UUID first, UUID second, CyclicBarrier bothHoldOne, AtomicInteger attempts)
                throws Exception {
            graph.write(CHANGE, Map.of("id", first.toString()));
            if (attempts.incrementAndGet() == 1) {
                bothHoldOne.await(1, TimeUnit.MINUTES);
            }
            graph.write(CHANGE, Map.of("id", second.toString()));
        }
    }

    private void assertNothing() throws Exception {
        assertThat(rows()).isZero();
        assertThat(nodes()).isZero();
        assertThat(messages()).isZero();
    }

    private void writeRow() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into workspace (id, name, created_at, updated_at) values (?, 'Trial', now(), now())")) {
            insert.setObject(1, id);
            insert.executeUpdate();
        }
    }

    private void sendMessage() {
        try (JMSContext context = broker.createContext()) {
            context.createProducer().setProperty("trial", id.toString()).send(queue, "trial");
        }
    }

    private void writeNode() {
        graph.write(NODE, Map.of("id", id.toString()));
    }

    private long rows() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement("select count(*) from workspace where id = ?")) {
            count.setObject(1, id);
            try (ResultSet result = count.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private long nodes() {
        return count("MATCH (n:Node {id: $id}) RETURN count(n) AS count", Map.of("id", id.toString()));
    }

    private long messages() throws JMSException {
        try (JMSContext context = broker.createContext();
                QueueBrowser browser = context.createBrowser(queue, "trial = '" + id + "'")) {
            Enumeration<?> found = browser.getEnumeration();
            return Collections.list(found).size();
        }
    }

    private long count(String cypher, Map<String, Object> parameters) {
        return (Long) graph.read(cypher, parameters).get(0).get("count");
    }
}
