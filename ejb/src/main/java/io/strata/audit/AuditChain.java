package io.strata.audit;

import io.strata.access.Action;
import io.strata.access.Open;
import io.strata.access.Requires;
import io.strata.common.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * The chain of the audit log. Entries are written without it; whoever seals gives those that are committed their position
 * and hash, in the database itself, whose function is the only one that may: {@code seal_audit}.
 */
@ApplicationScoped
public class AuditChain {

    /** How many entries are sealed in one transaction. */
    static final int AT_ONCE = 2000;

    @Inject
    Seals seals;

    @Inject
    AuditRows rows;

    /**
     * Seals entries that wait. One at a time over all servers; a call while another is at it does nothing.
     *
     * @return how many; {@link #AT_ONCE} when there may be more
     */
    @Open("gives entries the place that is theirs, and decides nothing")
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int seal() {
        return seals.seal(AT_ONCE);
    }

    /** How far the chain goes. */
    @Open("a number and a hash, from which nothing follows about anybody")
    public ChainHead head() {
        return seals.head();
    }

    /** How far the chain goes and what the last verification has found. */
    @Requires(Action.SYSTEM_READ)
    public ChainState state() {
        AuditFilter verdicts = new AuditFilter(null, null, ChainVerification.VERIFIED, null, null, null, null, null);
        ChainState.Verified verified = rows.page(verdicts, null, 1).items().stream()
                .findFirst()
                .map(entry -> new ChainState.Verified(
                        entry.occurredAt(), Json.read(entry.after().toString(), ChainVerdict.class)))
                .orElse(null);
        return new ChainState(seals.head(), seals.waiting(), verified);
    }
}
