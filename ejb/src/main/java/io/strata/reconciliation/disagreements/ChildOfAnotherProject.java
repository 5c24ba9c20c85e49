package io.strata.reconciliation.disagreements;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** A node that hangs under a node of another project. */
@ApplicationScoped
class ChildOfAnotherProject extends TreeDisagreement {

    ChildOfAnotherProject() {
        super(
                "child_of_another_project",
                "The graph owns the tree, and every tree is one project's: rights are given by project. This node says"
                        + " it belongs to one and hangs in another.",
                HANG_UNDER_ROOT);
    }

    @Override
    boolean affects(Map<String, Object> family, String root) {
        return parents(family).size() == 1
                && !family.get("project_id").equals(parents(family).get(0).get("project_id"));
    }
}
