package io.strata.reconciliation.disagreements;

import jakarta.enterprise.context.ApplicationScoped;

/** A node whose status is not what the audit log says. */
@ApplicationScoped
class StatusDisagrees extends LightPropertyDisagrees {

    private static final String AUDITED = """
            select cast(node_id as text), status, whole, entry_id from audited_node
            where node_id = any(cast(:keys as uuid[]))
            """;

    StatusDisagrees() {
        super(
                "status_disagrees",
                "status",
                "The graph owns the status, and the audit log says what it was set to last. One of them was changed"
                        + " without the other.");
    }

    @Override
    String audited() {
        return AUDITED;
    }
}
