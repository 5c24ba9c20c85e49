package io.strata.audit;

import io.strata.access.Action;
import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.access.Open;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.common.Json;
import io.strata.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Writes and reads the audit log. */
@ApplicationScoped
public class AuditLog {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Policy policy;

    /**
     * Records a change in the transaction that makes it, so that neither exists without the other.
     *
     * @param action what was done, in the past tense: {@code node.created}
     * @param workspaceId {@code null} when it concerns no workspace
     * @param before the state before, written as JSON; {@code null} when there was none
     * @param after the state after, likewise
     */
    @Open("part of a change whose service has been asked for permission")
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(
            String action, String subjectKind, UUID subjectId, UUID workspaceId, Object before, Object after) {
        Caller caller = CurrentCaller.require();
        entities.persist(new AuditEntry(
                caller.actorId(),
                caller.handle(),
                action,
                workspaceId,
                subjectKind,
                subjectId,
                Json.write(before),
                Json.write(after)));
    }

    /** The entries of a workspace, newest first. */
    @Requires(Action.AUDIT_READ)
    public Page<AuditView> ofWorkspace(UUID workspaceId, String cursor, Integer limit) {
        policy.require(Action.AUDIT_READ, workspaceId);
        return list("and e.workspaceId = :workspace", workspaceId, cursor, limit);
    }

    /** All entries, newest first. */
    @Requires(Action.SYSTEM_READ)
    public Page<AuditView> all(String cursor, Integer limit) {
        return list("", null, cursor, limit);
    }

    private Page<AuditView> list(String condition, UUID workspaceId, String cursor, Integer requestedLimit) {
        int limit = Page.limit(requestedLimit);
        var query = entities.createQuery(
                        "select e from AuditEntry e where e.id < :before " + condition + " order by e.id desc",
                        AuditEntry.class)
                .setParameter("before", Page.below(cursor))
                .setMaxResults(limit + 1);
        if (workspaceId != null) {
            query.setParameter("workspace", workspaceId);
        }
        List<AuditView> found = query.getResultStream().map(AuditEntry::view).toList();
        return Page.of(found, limit, entry -> Long.toString(entry.id()));
    }
}
