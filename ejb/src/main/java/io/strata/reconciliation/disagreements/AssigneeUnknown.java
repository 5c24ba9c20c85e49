package io.strata.reconciliation.disagreements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A node that is assigned to nobody who exists. */
@ApplicationScoped
class AssigneeUnknown extends Disagreement {

    private static final String PROPERTY = "assignee_id";
    private static final String ACTORS = """
            select cast(id as text), handle from actor where id = any(cast(:keys as uuid[]))
            """;

    @Inject
    GraphNodes nodes;

    @Inject
    Rows rows;

    AssigneeUnknown() {
        super(
                "assignee_unknown",
                Store.DATABASE,
                Store.GRAPH,
                "The database decides who exists. This node is assigned to somebody who does not.",
                new Offer(
                        RepairAction.DELETE,
                        "Takes the assignment away, with a correcting entry in the audit log. Nobody loses work: there is"
                                + " nobody."));
    }

    @Override
    public Map<String, Sides> examine(Collection<String> subjects) {
        Map<String, String> assignees = new LinkedHashMap<>();
        nodes.states(subjects).forEach((id, state) -> {
            Object assignee = GraphNodes.properties(state, "properties").get(PROPERTY);
            if (assignee != null) {
                assignees.put(id, assignee.toString());
            }
        });
        Map<String, String> known =
                rows.statesById(ACTORS, assignees.values().stream().distinct().toList());
        Map<String, Sides> found = new LinkedHashMap<>();
        assignees.forEach((id, assignee) -> {
            if (!known.containsKey(assignee)) {
                found.put(id, new Sides(null, GraphRows.json(Map.of(PROPERTY, assignee))));
            }
        });
        return found;
    }

    @Override
    public void lock(String subject) {
        nodes.lock(subject);
    }

    @Override
    public List<Step> plan(RepairAction action, String subject, Sides sides) {
        if (action != RepairAction.DELETE) {
            throw notOffered(action);
        }
        Map<String, Object> before =
                Map.of(PROPERTY, GraphRows.read(sides.other()).get(PROPERTY));
        Map<String, Object> after = Collections.singletonMap(PROPERTY, null);
        return List.of(Step.of(Store.GRAPH, "Take the assignment away", before, after, () -> {
            nodes.change(subject, after);
            nodes.corrected(subject, before, after);
        }));
    }
}
