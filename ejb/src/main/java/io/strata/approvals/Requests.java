package io.strata.approvals;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.common.Json;
import io.strata.common.ProblemException;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Requests as they come and go. They are kept before the transaction of the call that asks begins, so that a request stays
 * although the call is not made; every further step is a transaction of its own, so that a decision stays although the
 * call goes wrong.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class Requests {

    private static final long MAXIMUM_PENDING = 100;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    ApprovalViews views;

    @Inject
    ApprovalNews news;

    /**
     * Keeps a call of the present caller's. The same call a second time is the same request, while that is pending. Where
     * the whole HTTP request is a transaction already, the request for approval is its outcome and belongs to it: nothing
     * stays of a call whose condition does not hold.
     *
     * @throws ProblemException conflict, when a hundred of the caller's are pending already
     */
    @Transactional
    ApprovalView file(String operation, Proposal proposal) {
        Caller agent = CurrentCaller.require();
        List<ApprovalRequest> pending = pending(agent.actorId());
        for (ApprovalRequest request : pending) {
            if (request.operation().equals(operation) && request.arguments().equals(proposal.arguments())) {
                request.look(proposal);
                return views.of(request);
            }
        }
        if (pending.size() >= MAXIMUM_PENDING) {
            throw ProblemException.conflict(
                    MAXIMUM_PENDING + " of your requests wait for approval already; wait for these first.");
        }
        Duration lifetime = Duration.ofHours(Settings.number(Setting.APPROVAL_HOURS));
        ApprovalRequest request = new ApprovalRequest(operation, proposal, agent, lifetime);
        entities.persist(request);
        entities.flush();
        ApprovalView view = views.of(request);
        news.record("approval.requested", null, view);
        return view;
    }

    /** Takes over what the call would do by now, for whoever looks again. */
    void look(UUID id, Proposal proposal) {
        change(id, "approval.changed", request -> {
            request.requirePending();
            request.look(proposal);
        });
    }

    void approve(UUID id, UUID person) {
        change(id, "approval.approved", request -> request.approve(person));
    }

    void reject(UUID id, UUID person, String reason) {
        change(id, "approval.rejected", request -> request.reject(person, reason));
    }

    void performed(UUID id, Object answer) {
        change(id, "approval.performed", request -> request.perform(Json.write(answer)));
    }

    void failed(UUID id, String reason) {
        change(id, "approval.failed", request -> request.fail(reason));
    }

    private void change(UUID id, String what, Consumer<ApprovalRequest> step) {
        ApprovalRequest request = entities.find(ApprovalRequest.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (request == null) {
            throw ProblemException.notFound("request");
        }
        ApprovalNews.Entry before = ApprovalNews.entry(views.of(request));
        step.accept(request);
        news.record(what, before, views.of(request));
    }

    private List<ApprovalRequest> pending(UUID agent) {
        return entities.createQuery("""
                        select r from ApprovalRequest r
                        where r.requestedBy = :agent and r.status = :pending and r.expiresAt > :now
                        order by r.id
                        """, ApprovalRequest.class)
                .setParameter("agent", agent)
                .setParameter("pending", ApprovalStatus.PENDING)
                .setParameter("now", Instant.now())
                .getResultList();
    }
}
