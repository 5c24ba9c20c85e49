package io.strata.jobs;

import io.strata.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Notes who steered a job, in a transaction of its own: the batch runtime takes part in none of ours. */
@ApplicationScoped
class JobAudit {

    @Inject
    AuditLog audit;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void record(String action, JobExecutionView before, JobExecutionView after) {
        audit.record(action, "job", null, null, before, after);
    }
}
