package io.strata.accounts;

import io.strata.access.Action;
import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A person's own sign-ins: where they are signed in, and ending that. What is ended is refused at its next request. */
@ApplicationScoped
@Transactional
public class SignIns {

    /** What the audit says of somebody who signed out everywhere. */
    public record Ended(String handle, int count) {}

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    SignInLedger ledger;

    @Inject
    AuditLog audit;

    /**
     * The caller's sign-ins, newest first.
     *
     * @param current the one that asks; {@code null} when it is none
     */
    @Requires(Action.ACCOUNT_MANAGE)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<SignInView> own(UUID current, String cursor, Integer requestedLimit) {
        int limit = Page.limit(requestedLimit);
        UUID before = cursor == null ? new UUID(-1, -1) : Validation.identifier(cursor, "cursor");
        List<SignInView> found = entities.createQuery("""
                        select s from SignIn s where s.actorId = :actor and s.endsAt > :now and s.id < :before
                        order by s.id desc
                        """, SignIn.class)
                .setParameter("actor", CurrentCaller.require().actorId())
                .setParameter("now", Instant.now())
                .setParameter("before", before)
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(signIn -> signIn.view(current))
                .toList();
        return Page.of(found, limit, view -> view.id().toString());
    }

    /**
     * Ends one of the caller's sign-ins.
     *
     * @throws ProblemException not found, also when it is somebody else's
     */
    @Requires(Action.ACCOUNT_MANAGE)
    public void end(UUID id) {
        ledger.end(ledger.own(id).orElseThrow(() -> ProblemException.notFound("sign-in")));
    }

    /** Ends all sign-ins of the caller, the one that asks included. */
    @Requires(Action.ACCOUNT_MANAGE)
    public void endAll() {
        Caller caller = CurrentCaller.require();
        int count = ledger.endAll(caller.actorId(), null);
        audit.record("session.all_ended", "actor", caller.actorId(), null, null, new Ended(caller.handle(), count));
    }
}
