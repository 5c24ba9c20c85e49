package io.strata.agents;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.common.Validation;
import io.strata.content.CommentService;
import io.strata.content.CreateComment;
import io.strata.graph.NodeChanges;
import io.strata.graph.NodeKind;
import io.strata.graph.NodeService;
import io.strata.graph.NodeView;
import io.strata.graph.StatusCategory;
import io.strata.graph.Workflow;
import io.strata.graph.WorkflowService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Taking on an issue, working on it and ending that. Whatever a claim does to the issue, its own services do. */
@ApplicationScoped
@Transactional
public class ClaimService {

    private static final int MAXIMUM_MESSAGE = 2000;

    @Inject
    NodeService nodes;

    @Inject
    WorkflowService workflows;

    @Inject
    CommentService comments;

    @Inject
    Claims claims;

    @Inject
    ClaimNews news;

    @Inject
    AuditLog audit;

    /**
     * Claims an issue for the caller: assigns it to them, and moves it to the first status of the category
     * <i>doing</i> that its workflow allows, if it is still to be begun. Of several at the same time one gets it.
     *
     * @param leaseSeconds after how many seconds the claim ends by itself, 60 to 86,400; half an hour when {@code null}
     * @throws ProblemException conflict, when somebody else works on it, or nothing is left to do; validation, when it is
     *     no issue
     */
    @Requires(Action.NODE_WRITE)
    public ClaimView claim(String idOrShortId, Long leaseSeconds) {
        NodeView issue = nodes.require(idOrShortId, Action.NODE_WRITE);
        Duration lease = Lease.of(leaseSeconds);
        if (issue.kind() != NodeKind.ISSUE) {
            throw ProblemException.validation("node", "only issues can be claimed");
        }
        Workflow workflow = workflows.get(issue.projectId());
        if (category(workflow, issue.status()).closed()) {
            throw ProblemException.conflict("Nothing is left to do about " + issue.shortId() + ".");
        }
        UUID caller = CurrentCaller.require().actorId();
        requireFree(issue, caller);
        Claim claim = new Claim(issue, caller, lease);
        if (!claims.take(claim)) {
            throw taken(issue, caller);
        }
        begin(issue, caller, workflow);
        ClaimView view = claim.view();
        audit.record("work.claimed", "work_claim", claim.id(), claim.workspaceId(), null, view);
        news.publish("work.claimed", issue, claim, news.leaseOf(claim));
        return view;
    }

    /**
     * Lets the lease of a claim of the caller's begin anew.
     *
     * @throws ProblemException conflict, when it is over already
     */
    @Requires(Action.NODE_WRITE)
    public ClaimView renew(UUID claimId, Long leaseSeconds) {
        Claim claim = own(claimId);
        NodeView issue = issue(claim);
        Duration lease = Lease.of(leaseSeconds);
        claim.requireLive();
        ClaimView before = claim.view();
        claim.renew(lease);
        return changed("work.renewed", issue, claim, before);
    }

    /**
     * Notes how far the caller is.
     *
     * @throws ProblemException conflict, when the claim is over
     */
    @Requires(Action.NODE_WRITE)
    public ProgressView report(UUID claimId, Integer percent, String message) {
        Claim claim = own(claimId);
        NodeView issue = issue(claim);
        Validation validation = new Validation().text("message", message, MAXIMUM_MESSAGE);
        if (percent == null || percent < 0 || percent > 100) {
            validation.problem("percent", "must be a number from 0 to 100");
        }
        validation.done();
        claim.requireLive();
        ProgressReport report = new ProgressReport(claim, percent, message.strip());
        claims.add(report);
        ProgressView view = report.view();
        audit.record("work.progressed", "work_claim", claim.id(), claim.workspaceId(), null, view);
        news.publish("work.progressed", issue, claim, news.progressOf(view));
        return view;
    }

    /**
     * Gives an issue back: it is assigned to nobody, and has the status it had before the claim if the workflow allows.
     *
     * @throws ProblemException conflict, when the claim is over
     */
    @Requires(Action.NODE_WRITE)
    public ClaimView handBack(UUID claimId, String reason) {
        Claim claim = own(claimId);
        NodeView issue = issue(claim);
        new Validation().text("reason", reason, MAXIMUM_MESSAGE).done();
        claim.requireLive();
        ClaimView before = claim.view();
        claim.end(ClaimOutcome.HANDED_BACK, reason.strip());
        putBack(issue, claim);
        return changed("work.handed_back", issue, claim, before);
    }

    /**
     * Ends the work: the issue goes to the first status of the category <i>done</i> that its workflow allows, and the
     * result becomes a comment.
     *
     * @param result markdown
     * @throws ProblemException conflict, when the claim is over, or the workflow leads from here to no such status
     */
    @Requires(Action.NODE_WRITE)
    public ClaimView complete(UUID claimId, String result) {
        Claim claim = own(claimId);
        NodeView issue = issue(claim);
        new Validation().text("result", result, CommentService.MAXIMUM_TEXT).done();
        claim.requireLive();
        Workflow workflow = workflows.get(issue.projectId());
        if (category(workflow, issue.status()) != StatusCategory.DONE) {
            String done = next(workflow, issue.status(), StatusCategory.DONE)
                    .orElseThrow(() -> ProblemException.conflict(
                            "The workflow leads from " + issue.status() + " to no status that means done."));
            nodes.change(issue.id().toString(), NodeChanges.ofStatus(done));
        }
        comments.create(issue.id().toString(), new CreateComment(result.strip(), null));
        ClaimView before = claim.view();
        claim.end(ClaimOutcome.COMPLETED, result.strip());
        return changed("work.completed", issue, claim, before);
    }

    private ClaimView changed(String what, NodeView issue, Claim claim, ClaimView before) {
        ClaimView after = claim.view();
        audit.record(what, "work_claim", claim.id(), claim.workspaceId(), before, after);
        news.publish(what, issue, claim, news.leaseOf(claim));
        return after;
    }

    /** Whoever has an issue assigned to them keeps it, unless it comes from a claim of theirs that is over. */
    private void requireFree(NodeView issue, UUID caller) {
        UUID assignee = issue.assigneeId();
        if (assignee == null || assignee.equals(caller)) {
            return;
        }
        boolean abandoned = claims.openOn(issue.id())
                .filter(claim -> claim.isBy(assignee))
                .filter(claim -> !claim.isLive(java.time.Instant.now()))
                .isPresent();
        if (!abandoned) {
            throw taken(issue, caller);
        }
    }

    private ProblemException taken(NodeView issue, UUID caller) {
        boolean own =
                claims.openOn(issue.id()).filter(claim -> claim.isBy(caller)).isPresent();
        return ProblemException.conflict(
                own
                        ? "You work on " + issue.shortId() + " already: renew that claim."
                        : "Somebody else works on " + issue.shortId() + ".");
    }

    private void begin(NodeView issue, UUID caller, Workflow workflow) {
        String status = category(workflow, issue.status()) == StatusCategory.TODO
                ? next(workflow, issue.status(), StatusCategory.DOING).orElse(null)
                : null;
        if (status != null || !caller.equals(issue.assigneeId())) {
            nodes.change(issue.id().toString(), NodeChanges.ofAssignment(caller, status));
        }
    }

    private void putBack(NodeView issue, Claim claim) {
        Workflow workflow = workflows.get(issue.projectId());
        String before = claim.statusBefore();
        boolean returns = !before.equals(issue.status())
                && category(workflow, issue.status()) == StatusCategory.DOING
                && workflow.categoryOf(before).isPresent()
                && workflow.allows(issue.status(), before);
        boolean assigned = claim.isBy(issue.assigneeId());
        if (returns || assigned) {
            nodes.change(issue.id().toString(), NodeChanges.ofReturn(assigned, returns ? before : null));
        }
    }

    private Claim own(UUID claimId) {
        Claim claim = claims.findToChange(claimId).orElseThrow(() -> ProblemException.notFound("claim"));
        issue(claim);
        if (!claim.isBy(CurrentCaller.require().actorId())) {
            throw new ProblemException(ProblemType.FORBIDDEN, "This is somebody else's claim.");
        }
        return claim;
    }

    private NodeView issue(Claim claim) {
        return nodes.require(claim.nodeId().toString(), Action.NODE_WRITE);
    }

    /** A status that the workflow does not know is still to be begun. */
    private static StatusCategory category(Workflow workflow, String status) {
        return workflow.categoryOf(status).orElse(StatusCategory.TODO);
    }

    private static Optional<String> next(Workflow workflow, String from, StatusCategory wanted) {
        List<String> candidates = workflow.named(wanted::equals);
        return candidates.stream()
                .filter(status -> workflow.allows(from, status))
                .findFirst();
    }
}
