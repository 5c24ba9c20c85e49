package io.strata.audit;

import io.strata.access.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Writes refusals in transactions of their own: the one that was refused is rolled back. */
@ApplicationScoped
class RefusalEntries {

    @Inject
    AuditLog audit;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void write(RefusalEntry refusal) {
        CurrentCaller.runAs(
                refusal.caller(), () -> audit.recordIncident(refusal.action(), refusal.subject(), refusal.state()));
    }
}
