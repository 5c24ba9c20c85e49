package io.strata.startup;

import io.strata.accounts.FirstAdministrator;
import io.strata.transaction.GraphMarkerSource;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Runs once, before the first request and the first message. */
@Singleton
@jakarta.ejb.Startup
public class Startup {

    private static final Logger LOG = Logger.getLogger(Startup.class.getName());

    @Inject
    StoreMigrations migrations;

    @Inject
    GraphMarkerSource markers;

    @Inject
    FirstAdministrator firstAdministrator;

    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void start() {
        migrations.apply();
        markers.bind();
        firstAdministrator.createIfNobodyExists();
        LOG.info("Strata is ready");
    }
}
