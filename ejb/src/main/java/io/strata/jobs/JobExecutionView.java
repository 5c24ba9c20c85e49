package io.strata.jobs;

import io.strata.common.RequiredFields;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.Metric;
import jakarta.batch.runtime.Metric.MetricType;
import jakarta.batch.runtime.StepExecution;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One execution of a job.
 *
 * @param id unique among all executions
 * @param instanceId the same for an execution and its restarts
 * @param status starting, started, stopping, stopped, failed, completed or abandoned
 * @param exitStatus what the job itself said at its end; {@code null} before
 * @param startedAt {@code null} while it waits for a thread
 * @param endedAt {@code null} while it runs
 */
@RequiredFields(allBut = {"exitStatus", "startedAt", "endedAt"})
public record JobExecutionView(
        long id,
        long instanceId,
        String job,
        String status,
        String exitStatus,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        List<StepView> steps) {

    /** An execution as the batch runtime knows it, under the runtime's own number. */
    static JobExecutionView of(JobExecution execution, List<StepExecution> steps) {
        return new JobExecutionView(
                execution.getExecutionId(),
                execution.getExecutionId(),
                execution.getJobName(),
                word(execution.getBatchStatus()),
                execution.getExitStatus(),
                instant(execution.getCreateTime()),
                instant(execution.getStartTime()),
                instant(execution.getEndTime()),
                steps.stream().map(StepView::of).toList());
    }

    /** Whether it can be stopped. */
    public boolean running() {
        return status.equals("starting") || status.equals("started");
    }

    /** Whether it can be continued where it ended. */
    public boolean restartable() {
        return status.equals("stopped") || status.equals("failed");
    }

    /** How much of the steps that are under way or over is done, in per cent; {@code null} when they do not say. */
    public Integer percent() {
        long expected = steps.stream().mapToLong(StepView::expected).sum();
        long done = steps.stream().mapToLong(StepView::done).sum();
        return expected == 0 ? null : (int) Math.min(100, 100 * done / expected);
    }

    /** The same execution with what the checkpoints say about its steps. */
    JobExecutionView with(Map<String, JobCheckpoints.Progress> progress) {
        return new JobExecutionView(
                id,
                instanceId,
                job,
                status,
                exitStatus,
                createdAt,
                startedAt,
                endedAt,
                steps.stream()
                        .map(step -> progress.containsKey(step.name()) ? step.with(progress.get(step.name())) : step)
                        .toList());
    }

    /**
     * A step of an execution.
     *
     * @param read items read
     * @param filtered items that needed nothing
     * @param written items written
     * @param skipped items skipped because of an error that the job tolerates
     * @param commits chunks committed
     * @param rollbacks chunks rolled back
     * @param done items done by this execution and those that it continues; 0 when the step does not say
     * @param expected about how many items there are, likewise
     */
    public record StepView(
            String name,
            String status,
            Instant startedAt,
            Instant endedAt,
            long read,
            long filtered,
            long written,
            long skipped,
            long commits,
            long rollbacks,
            long done,
            long expected) {

        static StepView of(StepExecution step) {
            Map<MetricType, Long> metrics =
                    Arrays.stream(step.getMetrics()).collect(Collectors.toMap(Metric::getType, Metric::getValue));
            return new StepView(
                    step.getStepName(),
                    word(step.getBatchStatus()),
                    instant(step.getStartTime()),
                    instant(step.getEndTime()),
                    metrics.getOrDefault(MetricType.READ_COUNT, 0L),
                    metrics.getOrDefault(MetricType.FILTER_COUNT, 0L),
                    metrics.getOrDefault(MetricType.WRITE_COUNT, 0L),
                    metrics.getOrDefault(MetricType.READ_SKIP_COUNT, 0L)
                            + metrics.getOrDefault(MetricType.PROCESS_SKIP_COUNT, 0L)
                            + metrics.getOrDefault(MetricType.WRITE_SKIP_COUNT, 0L),
                    metrics.getOrDefault(MetricType.COMMIT_COUNT, 0L),
                    metrics.getOrDefault(MetricType.ROLLBACK_COUNT, 0L),
                    0,
                    0);
        }

        private StepView with(JobCheckpoints.Progress progress) {
            return new StepView(
                    name,
                    status,
                    startedAt,
                    endedAt,
                    Math.max(read, progress.done()),
                    filtered,
                    written,
                    skipped,
                    commits,
                    rollbacks,
                    progress.done(),
                    progress.expected());
        }
    }

    private static String word(BatchStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
