package io.strata.recovery;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;

/** Transactions in doubt and recovered, for operators. */
@ApplicationScoped
public class RecoveryService {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    InDoubt inDoubt;

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
