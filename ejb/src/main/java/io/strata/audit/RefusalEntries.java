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
        Subject subject = refusal.subject();
        CurrentCaller.runAs(
                refusal.caller(),
                () -> audit.record(
                        refusal.action(), subject.kind(), subject.id(), subject.workspaceId(), null, refusal.state()));
    }
}
