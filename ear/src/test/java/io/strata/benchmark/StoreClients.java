package io.strata.benchmark;

import io.strata.launcher.TestStrata;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/** Clients of the stores themselves, without Strata in between: the most that it could achieve. */
final class StoreClients implements AutoCloseable {

    private final TestStrata strata;
    private final Driver neo4j;

    StoreClients(TestStrata strata) throws SQLException {
        this.strata = strata;
        this.neo4j = GraphDatabase.driver(
                strata.neo4j().uri(),
                AuthTokens.basic(strata.neo4j().user(), strata.neo4j().password()));
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table benchmark (id uuid primary key, title text, created_at timestamptz)");
            statement.execute("grant insert on benchmark to strata_app");
        }
    }

    /** Inserts a row per act, each committed. */
    Load.Client postgresql() throws SQLException {
        Connection connection = connect();
        PreparedStatement insert = connection.prepareStatement("insert into benchmark values (?, 'A title', now())");
        return new Load.Client() {
            @Override
            public void act() throws SQLException {
                insert.setObject(1, UUID.randomUUID());
                insert.executeUpdate();
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    /** Creates a node per act, each in a transaction of its own. */
    Load.Client neo4j() {
        Session session = neo4j.session();
        return new Load.Client() {
            @Override
            public void act() {
                try (Transaction transaction = session.beginTransaction()) {
                    transaction.run(
                            "CREATE (:Benchmark {id: $id, title: 'A title'})",
                            Map.of("id", UUID.randomUUID().toString()));
                    transaction.commit();
                }
            }

            @Override
            public void close() {
                session.close();
            }
        };
    }

    private Connection connect() throws SQLException {
        var roles = strata.postgresql().roles();
        return DriverManager.getConnection(strata.postgresql().jdbcUrl(), roles.migrateUser(), roles.migratePassword());
    }

    @Override
    public void close() {
        neo4j.close();
    }
}
