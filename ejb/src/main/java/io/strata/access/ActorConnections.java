package io.strata.access;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;

/**
 * Tells PostgreSQL on whose behalf it is asked: each connection that Hibernate takes carries the caller's id as
 * {@code app.actor_id}, which row-level security reads, and the id of a token that limits the caller as
 * {@code app.token_id}. Nobody bound to the thread means nobody there, and no rows.
 *
 * <p>In a transaction they are set once and end with it; outside of one it is set each time that a connection is taken.
 */
public class ActorConnections implements MultiTenantConnectionProvider<String> {

    private static final long serialVersionUID = 1L;
    private static final String SET = "select set_config('app.actor_id', ?, ?), set_config('app.token_id', ?, ?)";
    private static final String DATA_SOURCE = "java:jboss/datasources/Strata";
    private static final String REGISTRY = "java:jboss/TransactionSynchronizationRegistry";

    /** Under which a transaction remembers whom it carries. */
    private static final Object TOLD = new Object();

    /** Whom PostgreSQL is told of, as texts; empty for nobody and for no token. */
    private record Told(String actor, String token) {

        static Told of(Caller caller) {
            return new Told(
                    caller.actorId().toString(),
                    caller.limits().map(token -> token.id().toString()).orElse(""));
        }
    }

    @Override
    public Connection getAnyConnection() throws SQLException {
        return ActorConnections.<DataSource>lookUp(DATA_SOURCE).getConnection();
    }

    @Override
    public Connection getConnection(String tenant) throws SQLException {
        Connection connection = getAnyConnection();
        try {
            tell(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private static void tell(Connection connection) throws SQLException {
        Told told = CurrentCaller.find().map(Told::of).orElseGet(() -> new Told("", ""));
        TransactionSynchronizationRegistry transaction = lookUp(REGISTRY);
        boolean inTransaction = transaction.getTransactionKey() != null;
        if (inTransaction && told.equals(transaction.getResource(TOLD))) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(SET)) {
            statement.setString(1, told.actor());
            statement.setBoolean(2, inTransaction);
            statement.setString(3, told.token());
            statement.setBoolean(4, inTransaction);
            statement.execute();
        }
        if (inTransaction) {
            transaction.putResource(TOLD, told);
        }
    }

    @Override
    public void releaseAnyConnection(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public void releaseConnection(String tenant, Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return true;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }

    @SuppressWarnings("unchecked")
    private static <T> T lookUp(String name) {
        try {
            return (T) InitialContext.doLookup(name);
        } catch (NamingException e) {
            throw new IllegalStateException("the server has no " + name, e);
        }
    }
}
