package io.strata.startup;

import io.strata.accounts.FirstAdministrator;
import io.strata.graph.SearchBacklog;
import io.strata.transaction.GraphMarkerSource;
import io.strata.transaction.StoreFailure;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;

/** Runs once, before the first request and the first message. */
@Singleton
@jakarta.ejb.Startup
public class Startup {

    private static final Logger LOG = Logger.getLogger(Startup.class.getName());

    /** The server gives up before whoever waits for its deployment does. */
    private static final Duration STORES_WITHIN = Duration.ofSeconds(90);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Inject
    StoreMigrations migrations;

    @Inject
    GraphMarkerSource markers;

    @Inject
    FirstAdministrator firstAdministrator;

    @Inject
    SearchBacklog searchBacklog;

    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void start() {
        Instant deadline = Instant.now().plus(STORES_WITHIN);
        while (!tryToStart(deadline)) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        LOG.info("Strata is ready");
    }

    /** Each step can be repeated. A store may come up after the server, or be restarted just now. */
    private boolean tryToStart(Instant deadline) {
        try {
            migrations.apply();
            markers.bind();
            firstAdministrator.createIfNobodyExists();
            searchBacklog.catchUp();
            return true;
        } catch (RuntimeException e) {
            if (StoreFailure.classify(e).isEmpty() || Instant.now().isAfter(deadline)) {
                throw e;
            }
            LOG.warning("A store does not answer yet: " + e.getMessage());
            return false;
        }
    }
}
