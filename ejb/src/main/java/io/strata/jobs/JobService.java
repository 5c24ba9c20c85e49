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
import jakarta.batch.runtime.JobInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts, stops and restarts jobs and tells about their executions. At most one execution of a job runs at a time.
 * Nothing here runs in a transaction: the batch runtime begins its own.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class JobService {

    private static final Logger LOG = Logger.getLogger(JobService.class.getName());
    private static final String EVERY_JOB = "*";

    @Inject
    JobAudit audit;

    /** The names of the jobs, in alphabetical order. */
    @Requires(Action.SYSTEM_READ)
    public List<String> names() {
        return operator().getJobNames().stream().sorted().toList();
    }

    /**
     * The executions of all jobs, newest first; restarts stand beside the execution they continue.
     *
     * @param limit how many chains of an execution and its restarts to tell about
     */
    @Requires(Action.SYSTEM_READ)
    public Page<JobExecutionView> executions(String cursor, Integer limit) {
        int count = Page.limit(limit);
        int start = position(cursor);
        List<JobInstance> instances = instances(start, count + 1);
        List<JobExecutionView> executions = instances.stream()
                .limit(count)
                .flatMap(instance -> operator().getJobExecutions(instance).stream()
                        .map(execution -> view(execution.getExecutionId(), instance.getInstanceId()))
                        .sorted(Comparator.comparing(JobExecutionView::id).reversed()))
                .toList();
        return new Page<>(executions, instances.size() > count ? Integer.toString(start + count) : null);
    }

    /** One execution. */
    @Requires(Action.SYSTEM_READ)
    public JobExecutionView execution(long id) {
        try {
            return view(id, operator().getJobInstance(id).getInstanceId());
        } catch (NoSuchJobExecutionException e) {
            throw ProblemException.notFound("job execution");
        }
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
        requireIdle(name);
        JobExecutionView started = execution(operator().start(name, new Properties()));
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
        try {
            operator().stop(id);
        } catch (JobExecutionNotRunningException e) {
            throw ProblemException.conflict("The execution does not run.");
        }
        JobExecutionView after = execution(id);
        audit.record("job.stopped", before, after);
        return after;
    }

    /**
     * Continues an execution that was stopped or failed, from its last checkpoint.
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
        requireIdle(before.job());
        return continueFrom(before);
    }

    /**
     * Continues what a crash of the server interrupted: executions that the repository takes for running while this
     * server does not run them.
     */
    @Requires(Action.SYSTEM_OPERATE)
    public synchronized void continueInterrupted() {
        for (String name : names()) {
            for (long id : running(name)) {
                try {
                    continueFrom(execution(id));
                } catch (ProblemException e) {
                    LOG.log(Level.INFO, "Execution {0} of job {1} is not continued: it runs", new Object[] {id, name});
                }
            }
        }
    }

    private JobExecutionView continueFrom(JobExecutionView before) {
        try {
            JobExecutionView after = execution(operator().restart(before.id(), new Properties()));
            audit.record("job.restarted", before, after);
            return after;
        } catch (BatchRuntimeException e) {
            throw new ProblemException(ProblemType.CONFLICT, "The execution cannot be continued.", e);
        }
    }

    private void requireIdle(String name) {
        if (!running(name).isEmpty()) {
            throw ProblemException.conflict("The job runs already.");
        }
    }

    private static List<Long> running(String name) {
        try {
            return operator().getRunningExecutions(name);
        } catch (NoSuchJobException e) {
            return List.of(); // it has never run
        }
    }

    private static List<JobInstance> instances(int start, int count) {
        try {
            return operator().getJobInstances(EVERY_JOB, start, count);
        } catch (NoSuchJobException e) {
            return List.of(); // none has ever run
        }
    }

    private static JobExecutionView view(long id, long instanceId) {
        return JobExecutionView.of(
                operator().getJobExecution(id), instanceId, operator().getStepExecutions(id));
    }

    private static int position(String cursor) {
        try {
            return cursor == null ? 0 : Integer.parseUnsignedInt(cursor);
        } catch (NumberFormatException e) {
            throw ProblemException.validation("cursor", "is none that a list gave");
        }
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
