package io.strata.audit;

import io.strata.testing.Stores;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes the past, as somebody could who owns the database: takes away the triggers that refuse it, in one transaction
 * that nobody else gets in between, and can put everything back.
 */
final class Tampering implements AutoCloseable {

    private static final String HOLD_THE_SEALER = "select pg_advisory_xact_lock(x'5374726174614155'::bigint)";

    private record Statement(String sql, Object[] parameters) {}

    private final Stores stores;
    private final List<Statement> back = new ArrayList<>();

    Tampering(Stores stores) {
        this.stores = stores;
    }

    /** Does something; {@link #back} names what undoes it. */
    Tampering with(String sql, Object... parameters) {
        run(List.of(new Statement(sql, parameters)));
        return this;
    }

    /** How to undo it. */
    Tampering back(String sql, Object... parameters) {
        back.add(0, new Statement(sql, parameters));
        return this;
    }

    private void run(List<Statement> statements) {
        try (Connection connection = stores.connectAsOwner()) {
            connection.setAutoCommit(false);
            execute(connection, new Statement(HOLD_THE_SEALER, new Object[0]));
            execute(connection, new Statement("alter table audit_log disable trigger user", new Object[0]));
            execute(connection, new Statement("alter table audit_seal disable trigger user", new Object[0]));
            for (Statement statement : statements) {
                execute(connection, statement);
            }
            execute(connection, new Statement("alter table audit_log enable trigger user", new Object[0]));
            execute(connection, new Statement("alter table audit_seal enable trigger user", new Object[0]));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, Statement statement) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            for (int i = 0; i < statement.parameters().length; i++) {
                prepared.setObject(i + 1, statement.parameters()[i]);
            }
            prepared.execute();
        }
    }

    @Override
    public void close() {
        run(back);
    }
}
