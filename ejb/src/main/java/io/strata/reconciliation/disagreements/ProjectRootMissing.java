package io.strata.reconciliation.disagreements;

import io.strata.access.PolicyZone;
import io.strata.access.ZoneReach;
import io.strata.content.NodeContents;
import io.strata.graph.NodeEntries;
import io.strata.graph.NodeZones;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A project whose row names a root that the graph does not have. */
@ApplicationScoped
class ProjectRootMissing extends Disagreement {

    @Inject
    GraphNodes nodes;

    @Inject
    Graph graph;

    @Inject
    NodeZones zones;

    @Inject
    Rows rows;

    @Inject
    NodeContents contents;

    @Inject
    NodeEntries entries;

    ProjectRootMissing() {
        super(
                "project_root_missing",
                Store.DATABASE,
                Store.GRAPH,
                "The database decides which projects exist. The component that this one begins with is missing, so"
                        + " nothing can be made or found in it.",
                new Offer(
                        RepairAction.ADOPT_RELATIONAL,
                        "Makes the root again under its id, called like the project. Takes nothing away; what hung under"
                                + " it is found as nodes without a parent."));
    }

    @Override
    public Map<String, Sides> examine(Collection<String> subjects) {
        Map<String, String> projects = ProjectWithoutGraph.rowsOf(rows, subjects);
        Map<String, Sides> found = new LinkedHashMap<>();
        projects.forEach((id, state) -> {
            if (nodes.states(List.of(root(state))).isEmpty()) {
                found.put(id, new Sides(state, null));
            }
        });
        return found;
    }

    @Override
    public List<Step> plan(RepairAction action, String subject, Sides sides) {
        if (action != RepairAction.ADOPT_RELATIONAL) {
            throw notOffered(action);
        }
        Map<?, ?> project = GraphRows.read(sides.truth());
        String root = (String) project.get("root_id");
        Map<String, Object> properties = new HashMap<>();
        properties.put("id", root);
        properties.put("project_id", subject);
        properties.put("workspace_id", project.get("workspace_id"));
        properties.put("title", project.get("name"));
        properties.put("labels", List.of());
        UUID zone = zoneAt(root);
        if (zone != null) {
            properties.put("zone_id", zone.toString());
            properties.put("subtree_zone_id", zone.toString());
        }
        return List.of(Step.of(Store.GRAPH, "Make the root again", null, properties, () -> {
            create(project, properties);
            UUID id = UUID.fromString(root);
            if (ContentWithoutNode.contents(rows, List.of(root)).isEmpty()) {
                contents.create(
                        id,
                        UUID.fromString(subject),
                        UUID.fromString((String) project.get("workspace_id")),
                        zoneAt(root),
                        "");
            }
            entries.rewrite(List.of(root));
            nodes.corrected(root, Map.of(), Map.of("title", project.get("name")));
        }));
    }

    private void create(Map<?, ?> project, Map<String, Object> properties) {
        long number = rows.number(
                "select nextval(cast(:sequence as regclass))",
                Map.of("sequence", "\"project_component_" + project.get("id") + "\""));
        Map<String, Object> all = new HashMap<>(properties);
        all.put("short_id", project.get("key") + "-C" + number);
        all.put("created_by", new UUID(0, 0).toString());
        all.put("created_at", Instant.now().toString());
        all.put("updated_at", all.get("created_at"));
        graph.write("CREATE (n:Node:Component) SET n = $properties", Map.of("properties", all));
    }

    private UUID zoneAt(String root) {
        return zones.at(UUID.fromString(root), ZoneReach.SUBTREE)
                .map(PolicyZone::id)
                .orElse(null);
    }

    private static String root(String project) {
        return (String) GraphRows.read(project).get("root_id");
    }
}
