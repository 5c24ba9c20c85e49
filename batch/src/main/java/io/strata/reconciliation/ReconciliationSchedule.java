package io.strata.reconciliation;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.jobs.JobService;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Logger;

/** Starts a reconciliation every so many minutes ({@link Setting#RECONCILIATION_INTERVAL_MINUTES}). */
@Singleton
@Startup
public class ReconciliationSchedule {

    private static final Logger LOG = Logger.getLogger(ReconciliationSchedule.class.getName());

    @Resource
    TimerService timers;

    @Inject
    JobService jobs;

    @PostConstruct
    void schedule() {
        long interval = Duration.ofMinutes(Settings.number(Setting.RECONCILIATION_INTERVAL_MINUTES))
                .toMillis();
        if (interval > 0) {
            timers.createIntervalTimer(interval, interval, new TimerConfig(null, false));
        }
    }

    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void start() {
        try {
            CurrentCaller.runAs(Caller.system(), () -> jobs.start(Reconciliation.JOB));
        } catch (ProblemException e) {
            if (e.type() != ProblemType.CONFLICT) {
                throw e;
            }
            LOG.info("No reconciliation now: one runs already");
        }
    }
}
