package io.strata.startup;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import io.strata.access.Open;
import io.strata.transaction.Neo4jConnection;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schemas of both stores up to date; safe to run on every start and on several servers at once. */
@ApplicationScoped
public class StoreMigrations {

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
        MigrationsConfig config = MigrationsConfig.builder()
                .withLocationsToScan("classpath:neo4j/migrations")
                .build();
        new Migrations(config, neo4j.driver()).apply();
    }
}
