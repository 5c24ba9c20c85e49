package io.strata.reconciliation.disagreements;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A node that hangs nowhere and is no project's root. */
@ApplicationScoped
class NodeWithoutParent extends TreeDisagreement {

    NodeWithoutParent() {
        super(
                "node_without_parent",
                "The graph owns the tree. This node hangs nowhere in it and is not the root of its project, so nobody"
                        + " comes across it.",
                HANG_UNDER_ROOT,
                new Offer(
                        RepairAction.DELETE,
                        "Removes the node and its description. Only when nothing hangs under it; both are gone then."));
    }

    @Override
    boolean affects(Map<String, Object> family, String root) {
        return parents(family).isEmpty() && !family.get("id").equals(root);
    }

    @Override
    public List<Step> plan(RepairAction action, String subject, Sides sides) {
        if (action != RepairAction.DELETE) {
            return super.plan(action, subject, sides);
        }
        nodes.requireLeaf(subject);
        List<Step> steps = new ArrayList<>();
        String content = ContentWithoutNode.contents(rows, List.of(subject)).get(subject);
        if (content != null) {
            steps.add(Step.of(
                    Store.DATABASE,
                    "Remove the description",
                    GraphRows.read(content),
                    null,
                    () -> rows.change(
                            "delete from node_content where node_id = cast(:id as uuid)", Map.of("id", subject))));
        }
        steps.add(Step.of(
                Store.GRAPH,
                "Remove the node and its edges",
                GraphRows.read(sides.truth()),
                null,
                () -> nodes.remove(subject)));
        return steps;
    }
}
