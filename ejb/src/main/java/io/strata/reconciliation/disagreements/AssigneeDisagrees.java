package io.strata.reconciliation.disagreements;

import jakarta.enterprise.context.ApplicationScoped;

/** A node whose assignee is not whom the audit log says. */
@ApplicationScoped
class AssigneeDisagrees extends LightPropertyDisagrees {

    private static final String AUDITED = """
            select cast(node_id as text), assignee_id, whole, entry_id from audited_node
            where node_id = any(cast(:keys as uuid[]))
            """;

    AssigneeDisagrees() {
        super(
                "assignee_disagrees",
                "assignee_id",
                "The graph owns the assignment, and the audit log says who was assigned last. One of them was changed"
                        + " without the other.");
    }

    @Override
    String audited() {
        return AUDITED;
    }
}
