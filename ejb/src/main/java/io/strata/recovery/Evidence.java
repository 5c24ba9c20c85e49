package io.strata.recovery;

import io.strata.common.Json;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import io.strata.transaction.Graph;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.sql.DataSource;

/** What each store and the transaction log know about transactions that have begun to commit. */
@ApplicationScoped
class Evidence {

    private static final String PREPARED =
            "select gid, prepared from pg_prepared_xacts where database = current_database()";
    private static final String BROKER = "jboss.as:subsystem=messaging-activemq,server=default";

    private static final java.lang.reflect.Type PREPARED_DETAILS = new ArrayList<PreparedDetail>() {
        private static final long serialVersionUID = 1L;
    }.getClass().getGenericSuperclass();

    @Resource(lookup = "java:jboss/datasources/Strata")
    DataSource database;

    @Inject
    Graph graph;

    /** What the broker tells, in its own words. */
    public record PreparedDetail(
            @JsonbProperty("xid_as_base64") String name) {}

    /**
     * A prepared part of a transaction.
     *
     * @param name what the store itself calls it
     */
    record Branch(String transaction, String store, String name, Instant since) {}

    /** What waits prepared in PostgreSQL. */
    List<Branch> inPostgresql() throws SQLException {
        List<Branch> branches = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(PREPARED);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                branches.add(new Branch(
                        TransactionNumber.ofPostgresqlName(rows.getString(1)),
                        "database",
                        rows.getString(1),
                        rows.getTimestamp(2).toInstant()));
            }
        }
        return branches;
    }

    /** What waits prepared in the server's own broker; nothing when the broker is another. */
    List<Branch> inBroker() throws JMException {
        ObjectName broker = new ObjectName(BROKER);
        if (!server().isRegistered(broker)) {
            return List.of();
        }
        String details =
                (String) server().invoke(broker, "listPreparedTransactionDetailsAsJson", new Object[0], new String[0]);
        int manager = Settings.get(Setting.NODE_ID).getBytes(StandardCharsets.UTF_8).length;
        List<PreparedDetail> prepared =
                details == null || details.isBlank() ? List.of() : Json.read(details, PREPARED_DETAILS);
        return prepared.stream()
                .map(detail -> new Branch(
                        TransactionNumber.ofBrokerName(detail.name(), manager), "messaging", detail.name(), null))
                .toList();
    }

    /** Ends a part by hand. It must be one that no transaction manager is going to end. */
    void end(Branch branch, boolean commit) throws SQLException, JMException {
        if (branch.store().equals("database")) {
            // The statement takes no parameter; the name is one that PostgreSQL has told, quoted as a literal.
            String name = "'" + branch.name().replace("'", "''") + "'";
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute((commit ? "commit prepared " : "rollback prepared ") + name);
            }
        } else {
            server().invoke(
                            new ObjectName(BROKER),
                            commit ? "commitPreparedTransaction" : "rollbackPreparedTransaction",
                            new Object[] {branch.name()},
                            new String[] {String.class.getName()});
        }
    }

    /** The transactions that the graph has committed. */
    Set<String> markers() {
        return graph.read("MATCH (m:TxMarker) WHERE m.aborted IS NULL RETURN m.action AS action", Map.of()).stream()
                .map(row -> TransactionNumber.of(HexFormat.of().parseHex((String) row.get("action")), 0))
                .collect(Collectors.toSet());
    }

    /**
     * The transactions that the transaction manager's log has.
     *
     * @throws IOException when there is no such log, or it is kept in another way
     */
    Set<String> logged() throws IOException {
        return TransactionLog.ofThisServer().logged();
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }
}
