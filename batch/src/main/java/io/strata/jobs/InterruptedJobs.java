package io.strata.jobs;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Continues jobs that a crash of the server interrupted, from their last checkpoint. The batch runtime may become ready
 * after the application, so this asks until it answers.
 */
@Singleton
@Startup
@DependsOn("strata-ejb.jar#Startup")
public class InterruptedJobs {

    private static final long PAUSE = Duration.ofSeconds(10).toMillis();

    @Resource
    TimerService timers;

    @Inject
    JobService jobs;

    @PostConstruct
    void schedule() {
        timers.createIntervalTimer(PAUSE, PAUSE, new TimerConfig(null, false));
    }

    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void resume(Timer timer) {
        CurrentCaller.runAs(Caller.system(), jobs::continueInterrupted);
        timer.cancel();
    }
}
