package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.Destructive;
import io.strata.access.Requires;
import io.strata.common.ProblemException;
import io.strata.common.ProblemException.FieldProblem;
import io.strata.common.ProblemType;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Many changes in one request. It has no transaction of its own: they are those of {@link BulkTransaction}. Where the
 * caller has one, all items join it, and of those that cannot be done only the first is named: to try the others, they
 * would have to wait for what the caller's transaction holds.
 */
@ApplicationScoped
public class BulkService {

    /** How many items a request has at most. */
    public static final int MAXIMUM_ITEMS = 500;

    private static final int MAXIMUM_PROBLEMS = 100;

    @Inject
    ProjectService projects;

    @Inject
    BulkTransaction transaction;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry registry;

    /**
     * Does all items or none.
     *
     * @throws ProblemException validation, when some cannot be done: names every one of them, up to a hundred. Items
     *     behind one that cannot be done are tried as if those before it had not been; forbidden, when the first that
     *     cannot be done is not allowed; budget exhausted, when the caller's token has not enough changes left
     */
    @Requires(Action.NODE_WRITE)
    @Destructive("nodes.bulk")
    public List<BulkResult> all(UUID projectId, List<BulkItem> items) {
        check(projectId, items);
        try {
            return transaction.all(projectId, items);
        } catch (BulkItemException e) {
            throw refusal(projectId, items, e);
        }
    }

    /**
     * Tries all items and does none.
     *
     * @throws ProblemException as {@link #all}
     */
    @Requires(Action.NODE_WRITE)
    public void rehearse(UUID projectId, List<BulkItem> items) {
        check(projectId, items);
        try {
            transaction.rehearse(projectId, items, 0);
        } catch (Rehearsal e) {
            // all could be done, and nothing was
        } catch (BulkItemException e) {
            throw refusal(projectId, items, e);
        }
    }

    /** Does each item for itself, in their order, and says what became of it. */
    @Requires(Action.NODE_WRITE)
    @Destructive("nodes.bulk_each")
    public List<BulkResult> each(UUID projectId, List<BulkItem> items) {
        if (isInTransaction()) {
            throw ProblemException.validation(
                    "mode", "each has a transaction for every item, so it takes neither Idempotency-Key nor If-Match");
        }
        check(projectId, items);
        List<BulkResult> results = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            BulkItem item = items.get(index);
            BulkOperation operation = item == null ? null : item.op();
            try {
                results.add(new BulkResult(index, operation, transaction.one(projectId, item), null));
            } catch (ProblemException e) {
                results.add(new BulkResult(index, operation, null, BulkResult.Failure.of(e)));
            }
        }
        return results;
    }

    private boolean isInTransaction() {
        return registry.getTransactionKey() != null;
    }

    private void check(UUID projectId, List<BulkItem> items) {
        projects.get(projectId);
        if (items == null || items.isEmpty() || items.size() > MAXIMUM_ITEMS) {
            throw ProblemException.validation("items", "must be 1 to " + MAXIMUM_ITEMS);
        }
    }

    private ProblemException refusal(UUID projectId, List<BulkItem> items, BulkItemException first) {
        ProblemType type = first.problem().type();
        return type == ProblemType.FORBIDDEN || type == ProblemType.BUDGET_EXHAUSTED
                ? first.problem()
                : ProblemException.validation(isInTransaction() ? first.details() : problems(projectId, items, first));
    }

    private List<FieldProblem> problems(UUID projectId, List<BulkItem> items, BulkItemException first) {
        List<FieldProblem> problems = new ArrayList<>(first.details());
        int next = first.index() + 1;
        while (next < items.size() && problems.size() < MAXIMUM_PROBLEMS) {
            try {
                transaction.rehearse(projectId, items, next);
            } catch (BulkItemException e) {
                problems.addAll(e.details());
                next = e.index() + 1;
            } catch (Rehearsal e) {
                next = items.size();
            }
        }
        return problems;
    }
}
