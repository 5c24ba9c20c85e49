package io.strata.approvals;

import io.strata.graph.BulkItem;
import io.strata.graph.BulkResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Changes many nodes, either all of them or none. */
@ApplicationScoped
class BulkChangeOfAll extends BulkChange {

    @Override
    public String name() {
        return "nodes.bulk";
    }

    @Override
    void rehearse(UUID project, List<BulkItem> items) {
        bulk.rehearse(project, items);
    }

    @Override
    List<BulkResult> change(UUID project, List<BulkItem> items) {
        return bulk.all(project, items);
    }
}
