package io.strata.reconciliation.disagreements;

import io.strata.common.Json;
import io.strata.recovery.InDoubtTransaction;
import io.strata.recovery.RecoveryService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A transaction whose parts wait prepared, and that no transaction manager is going to end. The subject is the
 * transaction's number.
 */
@ApplicationScoped
class TransactionUndecided extends Disagreement {

    @Inject
    RecoveryService recovery;

    TransactionUndecided() {
        super(
                "transaction_undecided",
                Store.GRAPH,
                Store.DATABASE,
                "The graph decides whether a transaction was committed: it has its marker, or it has none. The server that"
                        + " began this one has not come back to end it, and what it changed stays locked.",
                new Offer(
                        RepairAction.ADOPT_GRAPH,
                        "Ends the waiting parts as the graph says: with a marker they are committed, without one they"
                                + " are rolled back. Make sure first that the server that began it is gone for good."));
    }

    @Override
    public Map<String, Sides> examine(Collection<String> subjects) {
        Map<String, Sides> found = new LinkedHashMap<>();
        recovery.undecided().stream()
                .filter(transaction -> subjects.contains(transaction.id()))
                .forEach(transaction -> found.put(transaction.id(), sides(transaction)));
        return found;
    }

    private static Sides sides(InDoubtTransaction transaction) {
        return new Sides(
                Json.write(Map.of("outcome", transaction.outcome())),
                Json.write(Map.of("waits_in", transaction.stores(), "since", String.valueOf(transaction.since()))));
    }

    @Override
    public List<Step> plan(RepairAction action, String subject, Sides sides) {
        if (action != RepairAction.ADOPT_GRAPH) {
            throw notOffered(action);
        }
        Change change = new Change(
                Store.DATABASE, "End the waiting parts", GraphRows.read(sides.other()), GraphRows.read(sides.truth()));
        return List.of(new Step(change, () -> recovery.end(subject), true));
    }
}
