package io.strata.accounts;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Counts and audits failures to prove who one is, whatever becomes of the transaction they happen in. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class Refusals {

    @Inject
    AuditLog audit;

    @Inject
    Throttle throttle;

    /**
     * Notes a failure.
     *
     * @param actor whose account it was; {@code null} when there is none
     */
    void add(Actor actor, Refusal.Reason reason, Device device, Throttled... subjects) {
        throttle.count(subjects);
        Refusal refusal =
                new Refusal(actor == null ? null : actor.handle(), reason, device.address(), device.userAgent());
        CurrentCaller.runAs(
                Caller.system(),
                () -> audit.record("session.refused", "actor", actor == null ? null : actor.id(), null, null, refusal));
    }
}
