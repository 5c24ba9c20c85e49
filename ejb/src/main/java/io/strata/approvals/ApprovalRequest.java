package io.strata.approvals;

import io.strata.access.Action;
import io.strata.access.Caller;
import io.strata.common.Json;
import io.strata.common.ProblemException;
import io.strata.common.UuidV7;
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

/** A call that waits for a person; decided once, and not after its time. */
@Entity
@Table(name = "approval_request")
class ApprovalRequest {

    @Id
    private UUID id;

    private String operation;

    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Column(name = "project_id")
    private UUID projectId;

    @Column(name = "node_id")
    private UUID nodeId;

    @Enumerated(EnumType.STRING)
    private Action action;

    private String summary;
    private String arguments;
    private String preview;

    @Column(name = "requested_by")
    private UUID requestedBy;

    @Column(name = "token_id")
    private UUID tokenId;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Enumerated(EnumType.STRING)
    private ApprovalStatus status;

    @Column(name = "decided_by")
    private UUID decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    private String reason;
    private String result;

    protected ApprovalRequest() {}

    ApprovalRequest(String operation, Proposal proposal, Caller agent, Duration lifetime) {
        this.id = UuidV7.next();
        this.operation = operation;
        this.workspaceId = proposal.workspaceId();
        this.projectId = proposal.projectId();
        this.nodeId = proposal.nodeId();
        this.action = proposal.action();
        this.arguments = proposal.arguments();
        this.requestedBy = agent.actorId();
        this.tokenId = agent.token() == null ? null : agent.token().id();
        this.requestedAt = now();
        this.expiresAt = requestedAt.plus(lifetime);
        this.status = ApprovalStatus.PENDING;
        look(proposal);
    }

    /** Takes over what the call would do by now. */
    final void look(Proposal proposal) {
        summary = proposal.summary();
        preview = Json.write(proposal.preview());
    }

    /** Whether the call would still do what was looked at. */
    boolean isAsSeen(Proposal proposal) {
        return preview.equals(Json.write(proposal.preview()));
    }

    /**
     * Requires that somebody can still decide.
     *
     * @throws ProblemException conflict
     */
    void requirePending() {
        switch (status()) {
            case PENDING -> {
                return;
            }
            case LAPSED -> throw ProblemException.conflict("This request lapsed at " + expiresAt + ".");
            default -> throw ProblemException.conflict("This request has been decided already.");
        }
    }

    void approve(UUID person) {
        decide(ApprovalStatus.APPROVED, person, null);
    }

    void reject(UUID person, String why) {
        decide(ApprovalStatus.REJECTED, person, why);
    }

    private void decide(ApprovalStatus decision, UUID person, String why) {
        requirePending();
        status = decision;
        decidedBy = person;
        decidedAt = now();
        reason = why;
    }

    /** The call was made. */
    void perform(String answer) {
        status = ApprovalStatus.PERFORMED;
        result = answer;
    }

    /** The call was refused or went wrong. */
    void fail(String why) {
        status = ApprovalStatus.FAILED;
        reason = why;
    }

    /** What has become of it, the time looked at. */
    ApprovalStatus status() {
        return status == ApprovalStatus.PENDING && !expiresAt.isAfter(Instant.now()) ? ApprovalStatus.LAPSED : status;
    }

    UUID id() {
        return id;
    }

    String operation() {
        return operation;
    }

    UUID workspaceId() {
        return workspaceId;
    }

    UUID projectId() {
        return projectId;
    }

    UUID nodeId() {
        return nodeId;
    }

    Action action() {
        return action;
    }

    String summary() {
        return summary;
    }

    String arguments() {
        return arguments;
    }

    CallPreview preview() {
        return Json.read(preview, CallPreview.class);
    }

    UUID requestedBy() {
        return requestedBy;
    }

    /** The token that it was asked with; {@code null} when it was none. */
    UUID tokenId() {
        return tokenId;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    UUID decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    String reason() {
        return reason;
    }

    String result() {
        return result;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
