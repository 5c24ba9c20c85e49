package io.strata.benchmark;

import io.strata.transaction.Graph;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Works inside the server and measures there what a transaction over some of the stores costs, without a web request
 * around it. Parameters: {@code stores}, some of {@code database}, {@code messages}, {@code graph}; {@code clients};
 * {@code writes} per transaction. Answers the numbers of a {@link Measurement}, separated by blanks.
 */
@WebServlet("/coordination")
public class CoordinationServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Graph graph;

    @Resource
    private transient UserTransaction transaction;

    @Resource
    private transient ManagedThreadFactory threads;

    @Resource(lookup = "java:jboss/datasources/Strata")
    private transient DataSource database;

    @Resource(lookup = "java:/JmsXA")
    private transient ConnectionFactory broker;

    /** A queue that nobody consumes. */
    @Resource(lookup = "java:/jms/queue/EventsDead")
    private transient Queue queue;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Set<String> stores = Set.of(request.getParameter("stores").split(","));
        int clients = Integer.parseInt(request.getParameter("clients"));
        int writes = Integer.parseInt(request.getParameter("writes"));
        try {
            Measurement measured = Load.run("", clients, threads, () -> () -> transact(stores, writes));
            response.getWriter()
                    .print(measured.perSecond() + " " + measured.p50() + " " + measured.p95() + " " + measured.p99());
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private void transact(Set<String> stores, int writes) throws Exception {
        transaction.begin();
        try {
            for (int i = 0; i < writes; i++) {
                write(stores, UUID.randomUUID());
            }
            if (stores.contains("messages")) {
                send();
            }
            transaction.commit();
        } catch (SQLException | RuntimeException e) {
            transaction.rollback();
            throw e;
        }
    }

    private void write(Set<String> stores, UUID id) throws SQLException {
        if (stores.contains("database")) {
            try (Connection connection = database.getConnection();
                    PreparedStatement insert =
                            connection.prepareStatement("insert into benchmark values (?, 'A title', now())")) {
                insert.setObject(1, id);
                insert.executeUpdate();
            }
        }
        if (stores.contains("graph")) {
            graph.write("CREATE (:Benchmark {id: $id, title: 'A title'})", Map.of("id", id.toString()));
        }
    }

    private void send() {
        try (JMSContext context = broker.createContext()) {
            context.createProducer().send(queue, "A message");
        }
    }
}
