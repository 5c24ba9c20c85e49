package io.strata.jobs;

import io.micrometer.core.instrument.MeterRegistry;
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
        String status = job.getBatchStatus().name().toLowerCase(Locale.ROOT);
        registry.timer("strata.jobs", "job", job.getJobName(), "status", status)
                .record(Duration.ofNanos(System.nanoTime() - started));
    }
}
