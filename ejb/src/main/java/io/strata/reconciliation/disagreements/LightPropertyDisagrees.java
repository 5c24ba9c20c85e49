package io.strata.reconciliation.disagreements;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A light property of a node that is not what the audit log says it was set to. The graph owns the property; the log
 * says what was acknowledged. Which of the two a person believes, only a person can say.
 */
abstract class LightPropertyDisagrees extends Disagreement {

    @Inject
    GraphNodes nodes;

    @Inject
    Rows rows;

    private final String property;

    LightPropertyDisagrees(String name, String property, String reason) {
        super(
                name,
                Store.GRAPH,
                Store.AUDIT,
                reason,
                new Offer(
                        RepairAction.ADOPT_GRAPH,
                        "Adds a correcting entry to the audit log, with the value of the graph. Nothing is"
                                + " overwritten: the log only grows."),
                new Offer(
                        RepairAction.ADOPT_RELATIONAL,
                        "Sets the value that the audit log says. The present one stays in the audit of the repair."));
        this.property = property;
    }

    /** The query for id, audited value, whether the log tells the making, and the entry. */
    abstract String audited();

    @Override
    public Map<String, Sides> examine(Collection<String> subjects) {
        Map<String, Sides> found = new LinkedHashMap<>();
        List<Object[]> told = rows.rows(audited(), Map.of("keys", subjects.toArray(String[]::new)));
        Map<String, String> states = nodes.states(subjects);
        for (Object[] row : told) {
            String id = (String) row[0];
            String value = (String) row[1];
            if (states.containsKey(id) && (value != null || Boolean.TRUE.equals(row[2]))) {
                Object present =
                        GraphNodes.properties(states.get(id), "properties").get(property);
                if (!Objects.equals(present, value)) {
                    found.put(id, sides(present, value, row[3]));
                }
            }
        }
        return found;
    }

    private Sides sides(Object present, String told, Object entry) {
        Map<String, Object> audited = value(told);
        audited.put("entry", ((Number) entry).longValue());
        return new Sides(GraphRows.json(value(present)), GraphRows.json(audited));
    }

    @Override
    public void lock(String subject) {
        nodes.lock(subject);
    }

    @Override
    public List<Step> plan(RepairAction action, String subject, Sides sides) {
        Map<String, Object> present = value(GraphRows.read(sides.truth()).get(property));
        Map<String, Object> told = value(GraphRows.read(sides.other()).get(property));
        return switch (action) {
            case ADOPT_GRAPH ->
                List.of(Step.of(
                        Store.AUDIT,
                        "Add a correcting entry",
                        told,
                        present,
                        () -> nodes.corrected(subject, told, present)));
            case ADOPT_RELATIONAL ->
                List.of(Step.of(Store.GRAPH, "Set the value that the audit log says", present, told, () -> {
                    nodes.change(subject, Collections.singletonMap(property, told.get(property)));
                    nodes.corrected(subject, present, told);
                }));
            default -> throw notOffered(action);
        };
    }

    /** The property alone; without a value it is not in JSON, yet it is named. */
    private Map<String, Object> value(Object value) {
        Map<String, Object> map = new HashMap<>();
        map.put(property, value);
        return map;
    }
}
