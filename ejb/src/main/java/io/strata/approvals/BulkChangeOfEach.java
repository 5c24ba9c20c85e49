package io.strata.approvals;

import io.strata.graph.BulkItem;
import io.strata.graph.BulkResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Changes many nodes, each for itself. */
@ApplicationScoped
class BulkChangeOfEach extends BulkChange {

    @Override
    public String name() {
        return "nodes.bulk_each";
    }

    @Override
    void rehearse(UUID project, List<BulkItem> items) {
        // what is refused is said item by item, and holds up nothing else
    }

    @Override
    List<BulkResult> change(UUID project, List<BulkItem> items) {
        return bulk.each(project, items);
    }
}
