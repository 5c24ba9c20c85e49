package io.strata.jobs;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Properties;

/**
 * Starts, stops and restarts jobs and tells about their executions. At most one execution of a job runs at a time.
 * Nothing here runs in a transaction: the batch runtime begins its own.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class JobService {

    /** The job parameter that is the same number for an execution and its restarts, and greater for later ones. */
    public static final String RUN = "run";

    @Inject
    JobHistory history;

    @Inject
    JobAudit audit;

    /** The names of the jobs, in alphabetical order. */
    @Requires(Action.SYSTEM_READ)
    public List<String> names() {
        return operator().getJobNames().stream().sorted().toList();
    }

    /** The executions of all jobs, newest first. */
    @Requires(Action.SYSTEM_READ)
    public Page<JobExecutionView> executions(String cursor, Integer requestedLimit) {
        int limit = Page.limit(requestedLimit);
        record();
        List<JobExecutionView> found = history.page(Page.below(cursor), limit + 1).stream()
                .map(JobRecord::view)
                .toList();
        return Page.of(found, limit, execution -> Long.toString(execution.id()));
    }

    /** One execution. */
    @Requires(Action.SYSTEM_READ)
    public JobExecutionView execution(long id) {
        record();
        return history.require(id).view();
    }

    /**
     * Starts a job.
     *
     * @throws ProblemException conflict, when an execution of it runs already
     */
    @Requires(Action.SYSTEM_OPERATE)
    public synchronized JobExecutionView start(String name) {
        if (!names().contains(name)) {
            throw ProblemException.notFound("job");
        }
        JobExecutionView started = begin(name, Long.toString(Instant.now().toEpochMilli()), null);
        audit.record("job.started", null, started);
        return started;
    }

    /**
     * Asks an execution to stop at its next checkpoint.
     *
     * @throws ProblemException conflict, when it does not run
     */
    @Requires(Action.SYSTEM_OPERATE)
    public JobExecutionView stop(long id) {
        JobExecutionView before = execution(id);
        if (!before.running()) {
            throw ProblemException.conflict("The execution does not run.");
        }
        try {
            operator().stop(history.require(id).runtimeId());
        } catch (JobExecutionNotRunningException | NoSuchJobExecutionException e) {
            throw ProblemException.conflict("The execution does not run.");
        }
        JobExecutionView after = execution(id);
        audit.record("job.stopped", before, after);
        return after;
    }

    /**
     * Continues an execution that was stopped or failed, from its last checkpoints ({@link JobCheckpoints}); a step that
     * keeps none there begins anew when the server has been restarted since.
     *
     * @return the execution that continues it
     * @throws ProblemException conflict, when it cannot be continued or the job runs already
     */
    @Requires(Action.SYSTEM_OPERATE)
    public synchronized JobExecutionView restart(long id) {
        JobExecutionView before = execution(id);
        if (!before.restartable()) {
            throw ProblemException.conflict("Only an execution that was stopped or failed can be continued.");
        }
        JobRecord record = history.require(id);
        JobExecutionView after = begin(record.job(), record.run(), record);
        audit.record("job.restarted", before, after);
        return after;
    }

    /**
     * Gives up an execution that was stopped or failed: it can no longer be continued.
     *
     * @throws ProblemException conflict, when it has neither been stopped nor failed
     */
    @Requires(Action.SYSTEM_OPERATE)
    public synchronized JobExecutionView abandon(long id) {
        JobExecutionView before = execution(id);
        if (!before.restartable()) {
            throw ProblemException.conflict("Only an execution that was stopped or failed can be given up.");
        }
        JobRecord record = history.require(id);
        if (record.boot().equals(JobHistory.BOOT)) {
            operator().abandon(record.runtimeId());
        }
        JobExecutionView after = history.abandon(id);
        audit.record("job.abandoned", before, after);
        return after;
    }

    /** Records how far the executions of this server have come. */
    @Requires(Action.SYSTEM_READ)
    public void record() {
        history.running().forEach(running -> history.update(running.id(), live(running.runtimeId())));
    }

    /** Runs again what ended with the server that ran it. To be called once, after the start. */
    @Requires(Action.SYSTEM_OPERATE)
    public void continueInterrupted() {
        history.interrupted().forEach(record -> restart(record.id()));
    }

    private JobExecutionView begin(String name, String run, JobRecord before) {
        if (isRunning(name)) {
            throw ProblemException.conflict("The job runs already.");
        }
        Properties parameters = new Properties();
        parameters.setProperty(RUN, run);
        try {
            boolean known = before != null && before.boot().equals(JobHistory.BOOT);
            long runtimeId = known
                    ? operator().restart(before.runtimeId(), parameters)
                    : operator().start(name, parameters);
            return history.add(live(runtimeId), run, before);
        } catch (BatchRuntimeException e) {
            throw new ProblemException(ProblemType.CONFLICT, "The job cannot be started now.", e);
        }
    }

    private static boolean isRunning(String name) {
        try {
            return !operator().getRunningExecutions(name).isEmpty();
        } catch (NoSuchJobException e) {
            return false; // it has never run
        }
    }

    private static JobExecutionView live(long runtimeId) {
        return JobExecutionView.of(
                operator().getJobExecution(runtimeId), operator().getStepExecutions(runtimeId));
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
