package io.strata.jobs;

import io.strata.common.Json;
import io.strata.jobs.JobExecutionView.StepView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What is kept of an execution when the server that ran it is gone. */
@Entity
@Table(name = "job_record")
class JobRecord {

    @Id
    private long id;

    @Column(name = "instance_id")
    private long instanceId;

    private String job;

    private UUID boot;

    @Column(name = "runtime_id")
    private long runtimeId;

    private String run;

    private String status;

    @Column(name = "exit_status")
    private String exitStatus;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private String steps;

    protected JobRecord() {}

    /**
     * A new record.
     *
     * @param before the execution that it continues, whose chain it joins; {@code null} when it begins one
     */
    JobRecord(long id, UUID boot, String run, JobRecord before, JobExecutionView live) {
        this.id = id;
        this.instanceId = before == null ? id : before.instanceId;
        this.boot = boot;
        this.run = run;
        this.runtimeId = live.id();
        this.job = live.job();
        this.createdAt = live.createdAt();
        update(live);
    }

    final void update(JobExecutionView live) {
        status = live.status();
        exitStatus = live.exitStatus();
        startedAt = live.startedAt();
        endedAt = live.endedAt();
        steps = Json.write(live.steps());
    }

    /** The server that ran it ended before it did. */
    void interrupt() {
        status = "failed";
        exitStatus = "The server stopped.";
        endedAt = Instant.now();
    }

    /** Nobody will continue it. */
    void abandon() {
        status = "abandoned";
    }

    long id() {
        return id;
    }

    String job() {
        return job;
    }

    UUID boot() {
        return boot;
    }

    long runtimeId() {
        return runtimeId;
    }

    String run() {
        return run;
    }

    JobExecutionView view() {
        StepView[] views = Json.read(steps, StepView[].class);
        return new JobExecutionView(
                id, instanceId, job, status, exitStatus, createdAt, startedAt, endedAt, List.of(views));
    }
}
