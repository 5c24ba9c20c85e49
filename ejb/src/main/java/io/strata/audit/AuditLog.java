package io.strata.audit;

import io.strata.access.Action;
import io.strata.access.ChangeBudget;
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

    /** Entries with two long descriptions each would still fit. */
    private static final int EXPORTED_AT_ONCE = 200;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Policy policy;

    @Inject
    ChangeBudget budget;

    @Inject
    AuditRows rows;

    @Inject
    Seals seals;

    /**
     * Records a change in the transaction that makes it, so that neither exists without the other. It counts as one of
     * those that a token may make.
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
        budget.spend();
        write(action, new Subject(subjectKind, subjectId, workspaceId), before, after);
    }

    /** Records something that is no change of the caller's, such as a refusal. */
    @Transactional(Transactional.TxType.MANDATORY)
    void recordIncident(String action, Subject subject, Object state) {
        write(action, subject, null, state);
    }

    private void write(String action, Subject subject, Object before, Object after) {
        entities.persist(
                new AuditEntry(CurrentCaller.require(), action, subject, Json.write(before), Json.write(after)));
    }

    /**
     * Entries that match, newest first: of a workspace to those who may read its audit, of the whole installation to its
     * administrators.
     */
    @Requires(Action.AUDIT_READ)
    public Page<AuditView> list(AuditFilter filter, String cursor, Integer requestedLimit) {
        requireReader(filter);
        return rows.page(filter, cursor, Page.limit(requestedLimit));
    }

    /** What was done to one thing, newest first, for a service that knows that the caller may read it. */
    @Open("part of an answer whose service has been asked for permission")
    public Page<AuditView> changes(SubjectChanges changes, String cursor, Integer requestedLimit) {
        return rows.page(changes, cursor, Page.limit(requestedLimit));
    }

    /** How far an export that begins now goes: the last position of the chain; 0 when nothing is sealed. */
    @Requires(Action.AUDIT_READ)
    public long end(AuditFilter filter) {
        requireReader(filter);
        return seals.head().position();
    }

    /**
     * A part of an export: entries that match, in the order of the chain.
     *
     * @param after the position of the last one before
     * @param end where the export ends
     * @return as many as fit into memory many times; none when there are no more
     */
    @Requires(Action.AUDIT_READ)
    public List<ExportedEntry> export(AuditFilter filter, long after, long end) {
        requireReader(filter);
        return rows.links(filter, after, end, EXPORTED_AT_ONCE);
    }

    private void requireReader(AuditFilter filter) {
        if (filter.workspaceId() == null) {
            policy.requireAdministrator(Action.SYSTEM_READ);
        } else {
            policy.require(Action.AUDIT_READ, filter.workspaceId());
        }
    }
}
