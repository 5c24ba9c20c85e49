package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Items of a bulk change in one transaction. Every item goes the way of a single request, through the same service with
 * the same rules and rights.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class BulkTransaction {

    @Inject
    NodeService nodes;

    @Inject
    TreeService tree;

    @Inject
    TrashService trash;

    @Inject
    StructureLock structure;

    /**
     * Does all items or none; in the transaction of the caller if there is one.
     *
     * @throws BulkItemException for the first that cannot be done
     */
    @Requires(Action.NODE_WRITE)
    @Transactional
    List<BulkResult> all(UUID projectId, List<BulkItem> items) {
        return run(projectId, items, 0);
    }

    /**
     * Tries the items from one on, and does none.
     *
     * @throws BulkItemException for the first that could not be done
     * @throws Rehearsal when all could
     */
    @Requires(Action.NODE_WRITE)
    void rehearse(UUID projectId, List<BulkItem> items, int from) {
        run(projectId, items, from);
        throw new Rehearsal();
    }

    /** Does one item. */
    @Requires(Action.NODE_WRITE)
    NodeView one(UUID projectId, BulkItem item) {
        return apply(projectId, item);
    }

    private List<BulkResult> run(UUID projectId, List<BulkItem> items, int from) {
        lock(projectId, items);
        List<BulkResult> results = new ArrayList<>();
        for (int index = from; index < items.size(); index++) {
            BulkItem item = items.get(index);
            try {
                results.add(new BulkResult(index, item.op(), apply(projectId, item), null));
            } catch (ProblemException e) {
                throw new BulkItemException(index, e);
            }
        }
        return results;
    }

    /** Takes all that the items will take, in the order that excludes deadlocks. */
    private void lock(UUID projectId, List<BulkItem> items) {
        boolean restructures = items.stream()
                .anyMatch(
                        item -> item != null && (item.op() == BulkOperation.MOVE || item.op() == BulkOperation.DELETE));
        if (restructures) {
            structure.serialise(List.of(projectId));
            structure.exclude(projectId);
        } else {
            structure.share(projectId);
        }
    }

    private NodeView apply(UUID projectId, BulkItem item) {
        if (item == null || item.op() == null) {
            throw ProblemException.validation("op", "is required");
        }
        if (item.op() == BulkOperation.CREATE) {
            new Validation().present("create", item.create()).done();
            return nodes.create(projectId, item.create());
        }
        NodeView node = inProject(projectId, item.node());
        return switch (item.op()) {
            case PATCH -> {
                new Validation().present("changes", item.changes()).done();
                yield nodes.change(item.node(), item.changes());
            }
            case MOVE -> tree.move(item.node(), item.parentId());
            default -> {
                trash.delete(item.node());
                yield node;
            }
        };
    }

    private NodeView inProject(UUID projectId, String idOrShortId) {
        new Validation().present("node", idOrShortId).done();
        NodeView node = nodes.require(idOrShortId, Action.NODE_READ);
        if (!node.projectId().equals(projectId)) {
            throw ProblemException.notFound("node");
        }
        return node;
    }
}
