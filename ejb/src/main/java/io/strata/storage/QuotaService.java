package io.strata.storage;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** How much people may keep: everybody knows their own, administrators of the installation decide. */
@ApplicationScoped
@Transactional
public class QuotaService {

    private static final String EXISTS = "select exists (select from actor a where a.id = cast(:actor as uuid))";

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Quotas quotas;

    @Inject
    AuditLog audit;

    /** What the caller keeps and may keep. */
    @Requires(Action.SIGNED_IN)
    @Transactional(Transactional.TxType.SUPPORTS)
    public StorageUse mine() {
        return quotas.of(CurrentCaller.require().actorId());
    }

    /** What somebody keeps and may keep. */
    @Requires(Action.SYSTEM_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public StorageUse of(UUID actor) {
        requireActor(actor);
        return quotas.of(actor);
    }

    /**
     * Says how much somebody may keep. What they keep already stays, also if it is more.
     *
     * @param bytes {@code null} for what the setting says
     */
    @Requires(Action.SYSTEM_OPERATE)
    public StorageUse set(UUID actor, Long bytes) {
        requireActor(actor);
        if (bytes != null && bytes < 0) {
            throw ProblemException.validation("quota_bytes", "must not be negative");
        }
        StorageUse before = quotas.of(actor);
        quotas.set(actor, bytes);
        StorageUse after = quotas.of(actor);
        audit.record("quota.changed", "actor", actor, null, before, after);
        return after;
    }

    private void requireActor(UUID actor) {
        Object exists = entities.createNativeQuery(EXISTS)
                .setParameter("actor", actor.toString())
                .getSingleResult();
        if (!Boolean.TRUE.equals(exists)) {
            throw ProblemException.notFound("actor");
        }
    }
}
