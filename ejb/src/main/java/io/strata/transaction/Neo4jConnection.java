package io.strata.transaction;

import io.strata.access.Open;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.ogm.drivers.bolt.driver.BoltDriver;
import org.neo4j.ogm.session.SessionFactory;

/**
 * The one connection pool to Neo4j and the OGM's view of it. Its user agent carries the server's node id and a number
 * of this start, by which {@link GraphFence} tells connections of a dead server from those of the living.
 */
@ApplicationScoped
public class Neo4jConnection {

    private static final int MAXIMUM_CONNECTIONS = 64;
    private static final String USER_AGENT_PREFIX = "strata/";

    private final String bootId = UUID.randomUUID().toString();
    private Driver driver;
    private SessionFactory sessions;

    @Inject
    @Any
    Instance<GraphEntities> entities;

    @PostConstruct
    void open() {
        Config config = Config.builder()
                .withUserAgent(userAgent())
                .withConnectionTimeout(2, TimeUnit.SECONDS)
                .withConnectionAcquisitionTimeout(3, TimeUnit.SECONDS)
                .withMaxConnectionPoolSize(MAXIMUM_CONNECTIONS)
                .withConnectionLivenessCheckTimeout(30, TimeUnit.SECONDS)
                .withMaxTransactionRetryTime(0, TimeUnit.SECONDS)
                .build();
        driver = GraphDatabase.driver(
                Settings.get(Setting.NEO4J_URI),
                AuthTokens.basic(Settings.get(Setting.NEO4J_USER), Settings.get(Setting.NEO4J_PASSWORD)),
                config);
        sessions = new SessionFactory(new BoltDriver(driver), entityNames());
    }

    private String[] entityNames() {
        return entities.stream()
                .flatMap(feature -> feature.classes().stream())
                .map(Class::getName)
                .toArray(String[]::new);
    }

    /** The driver. */
    @Open("a store connection for other services, behind their permission checks")
    public Driver driver() {
        return driver;
    }

    SessionFactory sessions() {
        return sessions;
    }

    /** What connections of this very start are called. */
    String userAgent() {
        return userAgentOfNode() + bootId;
    }

    /** What connections of any start of this node begin with. */
    static String userAgentOfNode() {
        return USER_AGENT_PREFIX + Settings.get(Setting.NODE_ID) + "/";
    }

    @PreDestroy
    void close() {
        sessions.close();
        driver.close();
    }
}
