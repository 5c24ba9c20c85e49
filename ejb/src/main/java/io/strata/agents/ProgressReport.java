package io.strata.agents;

import io.strata.common.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What whoever has a claim says about how far they are; never changed. */
@Entity
@Table(name = "work_report")
class ProgressReport {

    @Id
    private UUID id;

    @Column(name = "claim_id")
    private UUID claimId;

    @Column(name = "node_id")
    private UUID nodeId;

    @Column(name = "actor_id")
    private UUID actorId;

    private short percent;
    private String message;

    @Column(name = "reported_at")
    private Instant reportedAt;

    protected ProgressReport() {}

    ProgressReport(Claim claim, int percent, String message) {
        this.id = UuidV7.next();
        this.claimId = claim.id();
        this.nodeId = claim.nodeId();
        this.actorId = claim.actorId();
        this.percent = (short) percent;
        this.message = message;
        this.reportedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    ProgressView view() {
        return new ProgressView(id, claimId, nodeId, actorId, percent, message, reportedAt);
    }
}
