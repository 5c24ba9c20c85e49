package io.strata.jobs;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Locale;

/** Tells the metrics how long a job took and how it ended. */
@Named
@Dependent
public class JobDuration extends AbstractJobListener {

    @Inject
    JobContext job;

    @Inject
    MeterRegistry registry;

    private long started;

    @Override
    public void beforeJob() {
        started = System.nanoTime();
    }

    @Override
    public void afterJob() {
        Timer.builder("strata.jobs")
                .description("Executions of jobs")
                .tag("job", job.getJobName())
                .tag("status", job.getBatchStatus().name().toLowerCase(Locale.ROOT))
                .register(registry)
                .record(Duration.ofNanos(System.nanoTime() - started));
    }
}
