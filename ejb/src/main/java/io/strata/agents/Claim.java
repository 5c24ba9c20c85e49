package io.strata.agents;

import io.strata.common.ProblemException;
import io.strata.common.UuidV7;
import io.strata.graph.NodeView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** That somebody works on an issue; ends once, and a lease that is over cannot be brought back. */
@Entity
@Table(name = "work_claim")
class Claim {

    @Id
    private UUID id;

    @Column(name = "node_id")
    private UUID nodeId;

    @Column(name = "project_id")
    private UUID projectId;

    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Column(name = "actor_id")
    private UUID actorId;

    @Column(name = "status_before")
    private String statusBefore;

    @Column(name = "claimed_at")
    private Instant claimedAt;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    private ClaimOutcome outcome;

    private String note;

    protected Claim() {}

    Claim(NodeView issue, UUID actorId, Duration lease) {
        this.id = UuidV7.next();
        this.nodeId = issue.id();
        this.projectId = issue.projectId();
        this.workspaceId = issue.workspaceId();
        this.actorId = actorId;
        this.statusBefore = issue.status();
        this.claimedAt = now();
        this.leaseUntil = claimedAt.plus(lease);
    }

    /**
     * Requires that it still keeps others away.
     *
     * @throws ProblemException conflict, when it has ended or its lease is over
     */
    void requireLive() {
        if (endedAt != null) {
            throw ProblemException.conflict("This claim has ended already.");
        }
        if (!isLive(Instant.now())) {
            throw ProblemException.conflict("The lease of this claim was over at " + leaseUntil
                    + ". Claim the issue again, if nobody else has by now.");
        }
    }

    boolean isLive(Instant now) {
        return endedAt == null && leaseUntil.isAfter(now);
    }

    boolean isBy(UUID actor) {
        return actorId.equals(actor);
    }

    /** Lets the lease begin anew; one that would end earlier than before stays as it is. */
    void renew(Duration lease) {
        Instant until = now().plus(lease);
        leaseUntil = until.isAfter(leaseUntil) ? until : leaseUntil;
    }

    void end(ClaimOutcome how, String why) {
        endedAt = now();
        outcome = how;
        note = why;
    }

    UUID id() {
        return id;
    }

    UUID nodeId() {
        return nodeId;
    }

    UUID projectId() {
        return projectId;
    }

    UUID workspaceId() {
        return workspaceId;
    }

    UUID actorId() {
        return actorId;
    }

    String statusBefore() {
        return statusBefore;
    }

    Instant claimedAt() {
        return claimedAt;
    }

    Instant leaseUntil() {
        return leaseUntil;
    }

    /** As callers see it: a lease that is over is an outcome, whether or not a row says so yet. */
    ClaimView view() {
        Instant now = Instant.now();
        boolean over = endedAt == null && !isLive(now);
        return new ClaimView(
                id,
                nodeId,
                projectId,
                workspaceId,
                actorId,
                claimedAt,
                leaseUntil,
                isLive(now),
                over ? leaseUntil : endedAt,
                over ? ClaimOutcome.LAPSED : outcome,
                note);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
