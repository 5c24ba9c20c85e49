package io.strata.reconciliation.disagreements;

import io.strata.common.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A node that hangs in more than one place. */
@ApplicationScoped
class NodeWithManyParents extends TreeDisagreement {

    private static final String AUDITED_PARENT = """
            select state_after ->> 'parent_id' from audit_log
            where subject_id = cast(:id as uuid) and state_after ->> 'parent_id' is not null order by id desc limit 1
            """;

    NodeWithManyParents() {
        super(
                "node_with_many_parents",
                "The graph owns the tree, and in a tree a node has one parent. This one has several; which of them is"
                        + " meant, the graph cannot say.",
                new Offer(
                        RepairAction.ADOPT_GRAPH,
                        "Keeps the parent that was made first, of those in its own project, and takes the other edges"
                                + " away. No node is lost."),
                new Offer(
                        RepairAction.ADOPT_RELATIONAL,
                        "Keeps the parent that the audit log names last, and takes the other edges away. No node is"
                                + " lost."));
    }

    @Override
    boolean affects(Map<String, Object> family, String root) {
        return parents(family).size() > 1;
    }

    @Override
    public List<Step> plan(RepairAction action, String subject, Sides sides) {
        Map<?, ?> family = GraphRows.read(sides.truth());
        return switch (action) {
            case ADOPT_GRAPH -> List.of(move("Keep the parent that was made first", subject, family, first(family)));
            case ADOPT_RELATIONAL ->
                List.of(move("Keep the parent that the audit log names", subject, family, audited(subject, family)));
            default -> throw notOffered(action);
        };
    }

    private static String first(Map<?, ?> family) {
        Comparator<Map<String, Object>> ownProjectFirst =
                Comparator.comparing(parent -> !family.get("project_id").equals(parent.get("project_id")));
        return parents(family).stream()
                .min(ownProjectFirst.thenComparing(parent -> (String) parent.get("id")))
                .map(parent -> (String) parent.get("id"))
                .orElseThrow();
    }

    private String audited(String id, Map<?, ?> family) {
        return rows.texts(AUDITED_PARENT, Map.of("id", id)).stream()
                .filter(named -> parents(family).stream().anyMatch(parent -> named.equals(parent.get("id"))))
                .findFirst()
                .orElseThrow(() -> ProblemException.conflict("The audit log names none of these parents."));
    }
}
