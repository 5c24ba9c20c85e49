package io.strata.jobs;

import io.strata.jobs.JobExecutionView.StepView;
import io.strata.screens.CursorPages;
import io.strata.screens.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The jobs of the installation and their executions: start, stop, restart, and watch. */
@Named
@ViewScoped
public class ExecutionsScreen implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 25;

    @Inject
    JobService jobs;

    @Inject
    Messages messages;

    private final CursorPages<JobExecutionView> pages = new CursorPages<>(cursor -> jobs.executions(cursor, PAGE));
    private JobExecutionView selected;

    /** The jobs that can be started. */
    public List<String> getNames() {
        return jobs.names();
    }

    public CursorPages<JobExecutionView> getPages() {
        return pages;
    }

    /** Whether anything on this page is still running, so that it is worth asking again soon. */
    public boolean isAnyRunning() {
        return pages.getItems().stream().anyMatch(execution -> execution.endedAt() == null);
    }

    /** The execution whose steps are shown. */
    public JobExecutionView getSelected() {
        return selected;
    }

    public void select(JobExecutionView execution) {
        selected = execution;
    }

    /** Starts a job and shows the newest executions. */
    public void start(String name) {
        messages.attempt(() -> jobs.start(name), "executions.startedNote", messages.get("job." + name));
        pages.restart();
    }

    /** Asks an execution to stop. */
    public void stop(long id) {
        messages.attempt(() -> jobs.stop(id), "executions.stoppedNote");
        pages.refresh();
    }

    /** Continues an execution where it ended. */
    public void restart(long id) {
        messages.attempt(() -> jobs.restart(id), "executions.restartedNote");
        pages.restart();
    }

    /** Gives an execution up. */
    public void abandon(long id) {
        messages.attempt(() -> jobs.abandon(id), "executions.abandonedNote");
        pages.refresh();
    }

    /** How long an execution took, or has taken so far; {@code null} before it began. */
    public Duration duration(JobExecutionView execution) {
        if (execution.startedAt() == null) {
            return null;
        }
        return Duration.between(
                execution.startedAt(), execution.endedAt() == null ? Instant.now() : execution.endedAt());
    }

    /** How many items all steps have read. */
    public long read(JobExecutionView execution) {
        return execution.steps().stream().mapToLong(StepView::read).sum();
    }

    /** How many items all steps have written. */
    public long written(JobExecutionView execution) {
        return execution.steps().stream().mapToLong(StepView::written).sum();
    }

    /** How many items had errors that the job tolerates. */
    public long skipped(JobExecutionView execution) {
        return execution.steps().stream().mapToLong(StepView::skipped).sum();
    }
}
