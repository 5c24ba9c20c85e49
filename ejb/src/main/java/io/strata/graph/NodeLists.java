package io.strata.graph;

import io.strata.access.CurrentCaller;
import io.strata.access.Rights;
import io.strata.access.Visibility;
import io.strata.common.LowerCaseEnumAdapter;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Lists of nodes in Neo4j: filtered, sorted and paged there. */
@ApplicationScoped
class NodeLists {

    private static final String WANTED = """
            AND ($kinds IS NULL OR any(kind IN $kinds WHERE kind IN labels(n)))
            AND ($statuses IS NULL OR n.status IN $statuses)
            AND ($meant IS NULL OR n.project_id + ' ' + n.status IN $meant)
            AND ($labels IS NULL OR any(label IN $labels WHERE label IN n.labels))
            AND ($assignees IS NULL OR coalesce(n.assignee_id, 'none') IN $assignees)
            AND ($priorities IS NULL OR (n:Issue AND coalesce(n.priority, 'none') IN $priorities))
            AND ($cycles IS NULL OR n.cycle_id IN $cycles)
            AND ($due_from IS NULL OR n.due_date >= $due_from)
            AND ($due_until IS NULL OR n.due_date <= $due_until)
            AND ($estimated IS NULL OR (n:Issue AND (n.estimate IS NOT NULL) = $estimated))
            AND ($estimate_from IS NULL OR n.estimate >= $estimate_from)
            AND ($estimate_until IS NULL OR n.estimate <= $estimate_until)
            AND ($created_from IS NULL OR %1$s >= $created_from)
            AND ($created_until IS NULL OR %1$s < $created_until)
            AND ($updated_from IS NULL OR %2$s >= $updated_from)
            AND ($updated_until IS NULL OR %2$s < $updated_until)
            AND ($text IS NULL OR toLower(n.title) CONTAINS $text OR toLower(n.short_id) CONTAINS $text
              OR any(label IN n.labels WHERE toLower(label) CONTAINS $text))
            AND ($parent IS NULL OR EXISTS { (:Node {id: $parent})-[:HAS_CHILD]->(n) })
            AND ($below IS NULL OR EXISTS { MATCH (top:Node {id: $below})-[:HAS_CHILD*0..]->(n) WHERE %3$s })
            AND %4$s
            """.formatted(
                    NodeSort.MICROSECONDS.formatted("n.created_at"),
                    NodeSort.MICROSECONDS.formatted("n.updated_at"),
                    Rights.seen("top"),
                    Rights.seen("n"));

    private static final String IN_ORDER =
            """
            MATCH (n:Node)
            WHERE n.project_id = $project AND n.id > $after
            """ + WANTED + "RETURN " + NodeView.projection("n") + " AS node ORDER BY n.project_id, n.id LIMIT $limit";

    private static final String SORTED = """
            UNWIND $projects AS project
            MATCH (n:Node)
            WHERE n.project_id = project
            """ + WANTED + """
            WITH n, %1$s AS key
            WITH n, key, key IS NULL AS lacks
            WHERE $last IS NULL
              OR (lacks AND NOT $last_lacks)
              OR (lacks AND $last_lacks AND n.id > $last)
              OR (NOT lacks AND NOT $last_lacks AND (key %2$s $last_key OR (key = $last_key AND n.id > $last)))
            RETURN %3$s AS node, key
            ORDER BY lacks, key %4$s, n.id LIMIT $limit
            """;

    @Inject
    Graph graph;

    /** A node in a sorted list, with the cursor that continues after it. */
    record Sorted(NodeView node, String cursor) {}

    /** The nodes of a project that match and that the caller sees, in the order of their making. */
    List<NodeView> inOrder(Project project, NodeFilter filter, String after, int limit, Visibility visible) {
        Map<String, Object> parameters = parameters(List.of(project), filter, limit);
        parameters.put("project", project.id().toString());
        parameters.put("after", after == null ? "" : after);
        return graph.read(IN_ORDER, visible.with(parameters)).stream()
                .map(NodeRepository::node)
                .toList();
    }

    /**
     * The nodes of some projects that match and that the caller sees.
     *
     * @param cursor of the last one before; {@code null} for the beginning
     */
    List<Sorted> sorted(
            List<Project> projects,
            NodeFilter filter,
            NodeSort sort,
            boolean descending,
            String cursor,
            int limit,
            Visibility visible) {
        Map<String, Object> parameters = parameters(projects, filter, limit);
        parameters.put(
                "projects",
                projects.stream().map(project -> project.id().toString()).toList());
        parameters.put("order", order(projects));
        place(parameters, sort, cursor);
        String query = SORTED.formatted(
                sort.key(), descending ? "<" : ">", NodeView.projection("n"), descending ? "DESC" : "");
        return graph.read(query, visible.with(parameters)).stream()
                .map(NodeLists::sorted)
                .toList();
    }

    private static Map<String, Object> parameters(List<Project> projects, NodeFilter filter, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(
                "kinds", given(filter.kinds().stream().map(NodeKind::label).toList()));
        parameters.put("statuses", given(filter.statuses()));
        parameters.put("meant", filter.categories().isEmpty() ? null : meant(projects, filter));
        parameters.put("labels", given(filter.labels()));
        parameters.put(
                "assignees",
                given(filter.assignees().stream().map(NodeLists::assignee).toList()));
        parameters.put(
                "priorities",
                given(filter.priorities().stream()
                        .map(LowerCaseEnumAdapter::write)
                        .toList()));
        parameters.put(
                "cycles", given(filter.cycleIds().stream().map(UUID::toString).toList()));
        parameters.put("due_from", text(filter.dueFrom()));
        parameters.put("due_until", text(filter.dueUntil()));
        parameters.put("estimated", filter.estimated());
        parameters.put("estimate_from", filter.estimateFrom());
        parameters.put("estimate_until", filter.estimateUntil());
        parameters.put("created_from", microseconds(filter.createdFrom()));
        parameters.put("created_until", microseconds(filter.createdUntil()));
        parameters.put("updated_from", microseconds(filter.updatedFrom()));
        parameters.put("updated_until", microseconds(filter.updatedUntil()));
        parameters.put(
                "text",
                filter.text() == null || filter.text().isBlank()
                        ? null
                        : filter.text().strip().toLowerCase(Locale.ROOT));
        parameters.put("parent", text(filter.parentId()));
        parameters.put("below", text(filter.belowId()));
        parameters.put("limit", limit);
        return parameters;
    }

    /** What the categories are called in each project. */
    private static List<String> meant(List<Project> projects, NodeFilter filter) {
        return projects.stream()
                .flatMap(project -> project.workflow().named(filter.categories()::contains).stream()
                        .map(status -> project.id() + " " + status))
                .toList();
    }

    /** All statuses, as their projects order them. */
    private static List<String> order(List<Project> projects) {
        return projects.stream()
                .flatMap(project -> project.workflow().names().stream())
                .distinct()
                .toList();
    }

    private static String assignee(String named) {
        return NodeFilter.ME.equals(named) ? CurrentCaller.require().actorId().toString() : named;
    }

    private static void place(Map<String, Object> parameters, NodeSort sort, String cursor) {
        parameters.put("last", null);
        parameters.put("last_lacks", false);
        parameters.put("last_key", null);
        if (cursor == null) {
            return;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = text.split(" ", 2);
            parameters.put("last", Validation.identifier(parts[0], "cursor").toString());
            parameters.put("last_lacks", parts.length == 1);
            parameters.put("last_key", parts.length == 1 ? null : sort.read(parts[1]));
        } catch (IllegalArgumentException | ProblemException e) {
            throw ProblemException.validation("cursor", "is none that this list gave");
        }
    }

    private static Sorted sorted(Map<String, Object> row) {
        NodeView node = NodeRepository.node(row);
        Object key = row.get("key");
        String place = key == null ? node.id().toString() : node.id() + " " + key;
        return new Sorted(
                node, Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8)));
    }

    private static <T> List<T> given(List<T> values) {
        return values.isEmpty() ? null : values;
    }

    private static Long microseconds(Instant moment) {
        return moment == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
