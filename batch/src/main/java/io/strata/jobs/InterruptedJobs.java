package io.strata.jobs;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Continues jobs that a crash of the server interrupted, from their last checkpoint. */
@Singleton
@Startup
@DependsOn("strata-ejb.jar#Startup")
public class InterruptedJobs {

    @Inject
    JobService jobs;

    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void resume() {
        CurrentCaller.runAs(Caller.system(), jobs::continueInterrupted);
    }
}
