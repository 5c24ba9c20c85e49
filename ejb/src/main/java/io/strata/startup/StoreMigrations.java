package io.strata.startup;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import io.strata.access.Open;
import io.strata.transaction.Neo4jConnection;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.neo4j.driver.Session;

/** Brings the schemas of both stores up to date; safe to run on every start and on several servers at once. */
@ApplicationScoped
public class StoreMigrations {

    /** Held until the end of a transaction, and so never longer than its holder lives. */
    private static final String LOCK = "select pg_advisory_xact_lock(?)";

    /** A number that nothing else locks. */
    private static final long GRAPH_MIGRATIONS = 0x5374726174614731L;

    /**
     * neo4j-migrations locks with a node, which a crash leaves behind and which then keeps everybody out for ever. Whoever
     * has our own lock knows that nobody is migrating.
     */
    private static final String REMOVE_ABANDONED_LOCK = "MATCH (lock:`__Neo4jMigrationsLock`) DELETE lock";

    @Resource(lookup = "java:jboss/datasources/StrataMigrate")
    DataSource owner;

    @Inject
    Neo4jConnection neo4j;

    /** Applies what is missing. */
    @Open("runs at start")
    public void apply() {
        Flyway.configure(StoreMigrations.class.getClassLoader())
                .dataSource(owner)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
                lock.setLong(1, GRAPH_MIGRATIONS);
                lock.execute();
                migrateGraph();
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the lock for migrating the graph cannot be had", e);
        }
    }

    private void migrateGraph() {
        try (Session session = neo4j.driver().session()) {
            session.run(REMOVE_ABANDONED_LOCK).consume();
        }
        MigrationsConfig config = MigrationsConfig.builder()
                .withLocationsToScan("classpath:neo4j/migrations")
                .build();
        new Migrations(config, neo4j.driver()).apply();
    }
}
