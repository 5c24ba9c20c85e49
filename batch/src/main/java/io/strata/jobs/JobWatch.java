package io.strata.jobs;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Runs again what ended with the server that ran it, then records every few seconds how far executions have come. The
 * batch runtime may become ready after the application, so this asks until it answers.
 */
@Singleton
@Startup
@DependsOn("strata-ejb.jar#Startup")
public class JobWatch {

    private static final long PAUSE = Duration.ofSeconds(10).toMillis();

    @Resource
    TimerService timers;

    @Inject
    JobService jobs;

    private boolean continued;

    @PostConstruct
    void schedule() {
        timers.createIntervalTimer(PAUSE, PAUSE, new TimerConfig(null, false));
    }

    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void look() {
        CurrentCaller.runAs(Caller.system(), () -> {
            if (!continued) {
                jobs.continueInterrupted();
                continued = true;
            }
            jobs.record();
        });
    }
}
