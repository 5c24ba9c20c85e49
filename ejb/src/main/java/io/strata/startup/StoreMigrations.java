package io.strata.startup;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import io.strata.access.Open;
import io.strata.transaction.Neo4jConnection;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.SecurityException;

/** Brings the schemas of both stores up to date; safe to run on every start and on several servers at once. */
@ApplicationScoped
public class StoreMigrations {

    /** A store may come up after the server, and a cold one answers its first client late. */
    private static final int CONNECT_ATTEMPTS = 20;

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
                .connectRetries(CONNECT_ATTEMPTS)
                .connectRetriesInterval(1)
                .load()
                .migrate();
        awaitGraph();
        MigrationsConfig config = MigrationsConfig.builder()
                .withLocationsToScan("classpath:neo4j/migrations")
                .build();
        new Migrations(config, neo4j.driver()).apply();
    }

    private void awaitGraph() {
        for (int attempt = 1; ; attempt++) {
            try {
                neo4j.driver().verifyConnectivity();
                return;
            } catch (SecurityException e) {
                throw e;
            } catch (Neo4jException e) {
                if (attempt == CONNECT_ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }
}
