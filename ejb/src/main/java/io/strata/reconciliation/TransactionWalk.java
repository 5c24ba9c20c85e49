package io.strata.reconciliation;

import io.strata.recovery.InDoubtTransaction;
import io.strata.recovery.RecoveryService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Transactions that wait prepared; there are never many. */
@ApplicationScoped
class TransactionWalk implements Walk {

    @Inject
    RecoveryService recovery;

    @Override
    public String name() {
        return "transactions";
    }

    @Override
    public long size() {
        return recovery.undecided().size();
    }

    @Override
    public Stretch next(String after, String until) {
        List<InDoubtTransaction> undecided = recovery.undecided();
        return new Stretch(
                after,
                undecided.size(),
                undecided.stream()
                        .map(transaction -> new Suspect("transaction_undecided", transaction.id()))
                        .toList(),
                true);
    }
}
