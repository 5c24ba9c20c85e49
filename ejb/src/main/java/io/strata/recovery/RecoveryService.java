package io.strata.recovery;

import io.strata.access.Action;
import io.strata.access.Open;
import io.strata.access.Requires;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.JMException;

/** Transactions in doubt and recovered, for operators. */
@ApplicationScoped
public class RecoveryService {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    InDoubt inDoubt;

    @Inject
    Evidence evidence;

    /** The transactions whose commit has begun and not ended, apart from those of the last three seconds. */
    @Requires(Action.SYSTEM_READ)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public List<InDoubtTransaction> inDoubt() {
        try {
            return inDoubt.find();
        } catch (SQLException e) {
            throw new ProblemException(
                    ProblemType.DATABASE_UNAVAILABLE,
                    "The database (PostgreSQL) cannot be asked what is prepared in it. Try again later.");
        }
    }

    /**
     * The transactions that recovery is not going to end: in doubt for longer than
     * {@link Setting#UNDECIDED_AFTER_SECONDS} although every store answers, and not in this server's log.
     */
    @Open("part of a reconciliation whose service has asked for permission")
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public List<InDoubtTransaction> undecided() {
        Instant latest = Instant.now().minusSeconds(Settings.number(Setting.UNDECIDED_AFTER_SECONDS));
        return inDoubt().stream()
                .filter(transaction ->
                        transaction.outcome() == Outcome.COMMITTED || transaction.outcome() == Outcome.ROLLED_BACK)
                .filter(transaction -> transaction.since().isBefore(latest))
                .toList();
    }

    /** What PostgreSQL calls the parts of {@linkplain #undecided undecided} transactions that wait in it. */
    @Open("part of a reconciliation whose service has asked for permission")
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Set<String> abandonedInDatabase() {
        Set<String> transactions =
                undecided().stream().map(InDoubtTransaction::id).collect(Collectors.toSet());
        try {
            return inDoubt.branches().stream()
                    .filter(branch -> transactions.contains(branch.transaction()))
                    .filter(branch -> branch.store().equals("database"))
                    .map(Evidence.Branch::name)
                    .collect(Collectors.toSet());
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be asked what is prepared in it", e);
        }
    }

    /** Ends the parts of an undecided transaction as the graph says; harmless when it has ended meanwhile. */
    @Open("part of a repair whose service has asked for permission")
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void end(String id) {
        undecided().stream().filter(transaction -> transaction.id().equals(id)).forEach(this::end);
    }

    private void end(InDoubtTransaction transaction) {
        try {
            for (Evidence.Branch branch : inDoubt.branches()) {
                if (branch.transaction().equals(transaction.id())) {
                    evidence.end(branch, transaction.outcome() == Outcome.COMMITTED);
                }
            }
        } catch (SQLException | JMException e) {
            throw new IllegalStateException("transaction " + transaction.id() + " could not be ended by hand", e);
        }
    }

    /** The transactions that were in doubt, the last one first. */
    @Requires(Action.SYSTEM_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<RecoveredView> recovered(String cursor, Integer requestedLimit) {
        int limit = Page.limit(requestedLimit);
        List<RecoveredTransaction> found = entities.createQuery(
                        "select r from RecoveredTransaction r where r.id < :before order by r.id desc",
                        RecoveredTransaction.class)
                .setParameter("before", Page.below(cursor))
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(
                found.stream().map(RecoveredTransaction::view).toList(), limit, view -> Long.toString(view.id()));
    }

    @Transactional
    void remember(InDoubtTransaction ended) {
        entities.persist(new RecoveredTransaction(ended));
    }
}
