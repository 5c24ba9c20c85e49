package io.strata.reconciliation.disagreements;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A node whose place makes the decomposition no tree. The graph owns the tree, so its side is the truth about where the
 * node hangs; the other side is the project's row, which names the root that every node must be reached from.
 */
abstract class TreeDisagreement extends Disagreement {

    private static final String PROJECTS = """
            select cast(id as text), cast(jsonb_build_object('project_id', id, 'key', key, 'root_id', root_id) as text)
            from project where id = any(cast(:keys as uuid[]))
            """;

    static final Offer HANG_UNDER_ROOT = new Offer(
            RepairAction.ADOPT_RELATIONAL,
            "Hangs it, with all that is under it, under the root that its project's row names, and nowhere else. From"
                    + " there it can be moved.");

    @Inject
    GraphNodes nodes;

    @Inject
    Rows rows;

    TreeDisagreement(String name, String reason, Offer... offers) {
        super(name, Store.GRAPH, Store.DATABASE, reason, offers);
    }

    /**
     * Whether a node is affected.
     *
     * @param family the node with {@code parents}
     * @param root the root that the project's row names; {@code null} when there is no such row
     */
    abstract boolean affects(Map<String, Object> family, String root);

    @Override
    public Map<String, Sides> examine(Collection<String> subjects) {
        Map<String, Map<String, Object>> families = nodes.families(subjects);
        Map<String, String> projects = rows.statesById(
                PROJECTS,
                families.values().stream()
                        .map(family -> String.valueOf(family.get("project_id")))
                        .distinct()
                        .toList());
        Map<String, Sides> found = new LinkedHashMap<>();
        families.forEach((id, family) -> {
            String project = projects.get(String.valueOf(family.get("project_id")));
            String root =
                    project == null ? null : (String) GraphRows.read(project).get("root_id");
            if (affects(family, root)) {
                found.put(id, new Sides(GraphRows.json(family), project));
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
        if (action != RepairAction.ADOPT_RELATIONAL) {
            throw notOffered(action);
        }
        Map<?, ?> family = GraphRows.read(sides.truth());
        return List.of(move("Hang it under the root of its project", subject, family, nodes.rootOf((String)
                family.get("project_id"))));
    }

    /** Hangs a node under one parent and nowhere else. */
    Step move(String what, String id, Map<?, ?> family, String parent) {
        Map<String, Object> before = new HashMap<>();
        before.put("parents", identifiers(parents(family)));
        Map<String, Object> after = new HashMap<>();
        after.put("parents", List.of(parent));
        return Step.of(Store.GRAPH, what, before, after, () -> {
            nodes.hang(id, parent);
            nodes.corrected(id, before, after);
        });
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> parents(Map<?, ?> family) {
        return (List<Map<String, Object>>) family.get("parents");
    }

    private static List<String> identifiers(List<Map<String, Object>> parents) {
        return parents.stream().map(parent -> (String) parent.get("id")).toList();
    }
}
