package io.strata.approvals;

import io.strata.access.Action;
import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.access.Requires;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.common.Validation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What waits for approval, and deciding about it. It has no transaction of its own: see the package. */
@ApplicationScoped
public class ApprovalService {

    private static final Logger LOG = Logger.getLogger(ApprovalService.class.getName());
    private static final int MAXIMUM_REASON = 2000;

    /** How many rows are looked at together for those that concern the caller. */
    private static final int CHUNK = 200;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Requesters requesters;

    @Inject
    Operations operations;

    @Inject
    Requests requests;

    @Inject
    ApprovalViews views;

    /**
     * The requests that the caller has made or could decide about, the latest first.
     *
     * @param status {@code null} for all
     */
    @Requires(Action.NODE_READ)
    public Page<ApprovalView> list(ApprovalStatus status, String cursor, Integer requestedLimit) {
        int limit = Page.limit(requestedLimit);
        UUID before = cursor == null ? new UUID(-1, -1) : Validation.identifier(cursor, "cursor");
        UUID caller = CurrentCaller.require().actorId();
        List<ApprovalView> found = new ArrayList<>();
        List<ApprovalRequest> chunk;
        do {
            chunk = chunk(status, before);
            for (ApprovalRequest request : chunk) {
                before = request.id();
                if (found.size() <= limit && (request.requestedBy().equals(caller) || views.hasRight(request))) {
                    found.add(views.of(request));
                }
            }
        } while (chunk.size() == CHUNK && found.size() <= limit);
        return Page.of(found, limit, view -> view.id().toString());
    }

    private List<ApprovalRequest> chunk(ApprovalStatus status, UUID before) {
        String condition = status == null
                ? ""
                : " and r.status = :status"
                        + switch (status) {
                            case PENDING -> " and r.expiresAt > :now";
                            case LAPSED -> " and r.expiresAt <= :now";
                            default -> "";
                        };
        TypedQuery<ApprovalRequest> query = entities.createQuery(
                        "select r from ApprovalRequest r where r.id < :before" + condition + " order by r.id desc",
                        ApprovalRequest.class)
                .setParameter("before", before)
                .setMaxResults(CHUNK);
        if (status != null) {
            query.setParameter("status", status == ApprovalStatus.LAPSED ? ApprovalStatus.PENDING : status);
        }
        if (status == ApprovalStatus.PENDING || status == ApprovalStatus.LAPSED) {
            query.setParameter("now", Instant.now());
        }
        return query.getResultList();
    }

    /** A request that the caller has made, or that is about what they see. */
    @Requires(Action.NODE_READ)
    public ApprovalView get(UUID id) {
        return views.of(find(id));
    }

    /**
     * Approves a request, and makes the call on behalf of who asked. What comes of the call is in the answer: a call that
     * was refused by then has failed, and is not tried again.
     *
     * @throws ProblemException forbidden, when the caller lacks a right that the call needs, or is an agent; conflict,
     *     when nobody can decide any more, the agent may not act any more, or the call would not do what was looked at
     */
    @Requires(Action.NODE_WRITE)
    public ApprovalView approve(UUID id) {
        ApprovalRequest request = decidable(id);
        Operation operation = operations.named(request.operation());
        Object[] arguments = operation.read(request.arguments());
        operation.propose(arguments);
        Caller agent = requesters
                .of(request)
                .orElseThrow(() -> ProblemException.conflict(
                        "The agent that asked for this may not act any more, or not with the token that it had."));
        Proposal proposal = as(agent, () -> proposal(operation, arguments));
        if (!request.isAsSeen(proposal)) {
            requests.look(id, proposal);
            throw ProblemException.conflict("The call would do something else by now. Look at it again.");
        }
        requests.approve(id, CurrentCaller.require().actorId());
        perform(id, operation, arguments, agent);
        return get(id);
    }

    /** Rejects a request: the call is never made. */
    @Requires(Action.NODE_WRITE)
    public ApprovalView reject(UUID id, String reason) {
        decidable(id);
        new Validation().text("reason", reason, MAXIMUM_REASON).done();
        requests.reject(id, CurrentCaller.require().actorId(), reason.strip());
        return get(id);
    }

    /** What the agent could do by now. */
    private static Proposal proposal(Operation operation, Object[] arguments) {
        try {
            return operation
                    .propose(arguments)
                    .orElseThrow(() -> ProblemException.conflict("This needs no approval any more."));
        } catch (ProblemException problem) {
            throw ProblemException.conflict("The agent may not do this any more: " + problem.getMessage());
        }
    }

    private void perform(UUID id, Operation operation, Object[] arguments, Caller agent) {
        try {
            Object answer = as(agent, () -> Performing.call(() -> operation.perform(arguments)));
            requests.performed(id, answer);
        } catch (ProblemException problem) {
            requests.failed(id, problem.getMessage());
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "The approved call " + id + " went wrong", failure);
            requests.failed(id, "The server could not do it.");
        }
    }

    private ApprovalRequest decidable(UUID id) {
        ApprovalRequest request = find(id);
        if (CurrentCaller.require().agent()) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Agents do not decide about requests for approval.");
        }
        if (!views.hasRight(request)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "Only who could do this may decide about it, and you could not.");
        }
        request.requirePending();
        return request;
    }

    /** Row-level security shows the caller's own and those about what they see. */
    private ApprovalRequest find(UUID id) {
        ApprovalRequest request = entities.find(ApprovalRequest.class, id);
        if (request == null) {
            throw ProblemException.notFound("request");
        }
        return request;
    }

    private static <T> T as(Caller caller, Supplier<T> work) {
        try {
            return CurrentCaller.callAs(caller, work::get);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
