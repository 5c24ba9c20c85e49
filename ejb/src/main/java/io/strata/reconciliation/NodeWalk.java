package io.strata.reconciliation;

import io.strata.reconciliation.SideBySide.Keys;
import io.strata.reconciliation.disagreements.Rows;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The nodes of the graph, those in the trash included, beside their content, what the audit log says of their light
 * properties, and what the search knows of them. The graph itself looks whether a node hangs where it should, so that a
 * million nodes in good order cross the wire with a handful of values each.
 *
 * <p>Circles are found by their first link: identifiers sort by time and parents are made before their children, so in
 * every circle some node has a parent that was made after it, and elsewhere few have.
 */
@ApplicationScoped
class NodeWalk implements Walk {

    private static final int PAGE = 5000;
    private static final int WORTH_DIVIDING = 20_000;

    /** No identifier comes after it, nor any other text of letters and digits. */
    private static final String LAST = "~";

    private static final long NO_PARENT = 1;
    private static final long MANY_PARENTS = 2;
    private static final long FOREIGN_PARENT = 3;
    private static final long YOUNGER_PARENT = 4;

    /** What the search should know, as one text, up to where it hangs. */
    private static final String KNOWN = """
            coalesce(n.short_id, '') + $separator + coalesce(n.title, '') + $separator
                + reduce(all = '', label IN coalesce(n.labels, []) | all + label + $separator)
                + coalesce(n.status, '') + $separator + coalesce(n.assignee_id, '') + $separator
            """.strip();

    /** What it knows, in the same form. */
    private static final String ENTRY = """
            case when e.trashed then 'trashed' || chr(31) else '' end
              || case when e.zone_id is distinct from c.zone_id then 'elsewhere' || chr(31) else '' end
              || coalesce(e.short_id, '') || chr(31) || e.title || chr(31)
              || array_to_string(e.labels || array[''], chr(31))
              || coalesce(e.status, '') || chr(31) || coalesce(cast(e.assignee_id as text), '') || chr(31)
              || coalesce(cast(e.parent_id as text), '')
            """;

    private static final String SEPARATOR = "\u001f";

    private static final String NODES = """
            MATCH (n:Node) WHERE n.id > $after AND n.id <= $until
            WITH n ORDER BY n.id LIMIT $limit
            WITH n, [(p)-[:HAS_CHILD]->(n) | p] AS parents
            RETURN n.id AS id, n.status AS status, n.assignee_id AS assignee, n.cycle_id AS cycle, n.zone_id AS zone,
              %s + coalesce(parents[0].id, '') AS known,
              CASE
                WHEN size(parents) = 0 THEN 1
                WHEN size(parents) > 1 THEN 2
                WHEN parents[0].project_id <> n.project_id THEN 3
                WHEN parents[0].id > n.id THEN 4
                ELSE 0
              END AS place
            ORDER BY n.id
            """.formatted(KNOWN);
    private static final String TRASHED = """
            MATCH (n:Trashed) WHERE n.id > $after AND n.id <= $until
            RETURN n.id AS id, n.status AS status, n.assignee_id AS assignee, n.cycle_id AS cycle,
              n.zone_id AS zone, 'trashed' + $separator + %s + coalesce(head([(p)-[:HAS_CHILD]->(n) | p.id]), '') AS known,
              0 AS place
            ORDER BY n.id LIMIT $limit
            """.formatted(KNOWN);
    private static final String ROOTS = "MATCH (p:Project) WHERE p.root_id IN $keys RETURN p.root_id AS id";
    private static final String CYCLES = "MATCH (c:Cycle) WHERE c.id IN $keys RETURN c.id AS id";
    private static final String CIRCLES = """
            UNWIND $keys AS key
            MATCH (n:Node {id: key}) WHERE EXISTS { (n)<-[:HAS_CHILD*1..]-(n) }
            RETURN key AS id
            """;
    private static final String CONTENTS = """
            select cast(c.node_id as text), a.status, a.assignee_id, a.whole, cast(c.zone_id as text),
            """ + ENTRY + """
            from node_content c left join audited_node a on a.node_id = c.node_id
              left join search_entry e on e.id = c.node_id
            where c.node_id > cast(:after as uuid) and c.node_id <= cast(:until as uuid)
            order by c.node_id limit :limit
            """;
    private static final String ACTORS = """
            select cast(id as text) from actor where id = any(cast(:keys as uuid[]))
            """;
    private static final String BOUND = """
            select cast(node_id as text) from node_content order by node_id offset :offset limit 1
            """;

    @Inject
    Graph graph;

    @Inject
    Rows rows;

    /** A node as the walk sees it. */
    private record Seen(
            String id, String status, String assignee, String cycle, String zone, String known, long place) {

        static Seen of(Map<String, Object> row) {
            return new Seen(
                    (String) row.get("id"),
                    (String) row.get("status"),
                    (String) row.get("assignee"),
                    (String) row.get("cycle"),
                    (String) row.get("zone"),
                    (String) row.get("known"),
                    (Long) row.get("place"));
        }
    }

    @Override
    public String name() {
        return "nodes";
    }

    @Override
    public long size() {
        return (Long) graph.read("MATCH (n:Node) RETURN count(n) AS size", Map.of())
                .get(0)
                .get("size");
    }

    @Override
    public List<String> divide(int parts) {
        long size = rows.number("select count(*) from node_content", Map.of());
        List<String> bounds = new ArrayList<>();
        for (int i = 1; i < parts && size >= WORTH_DIVIDING; i++) {
            bounds.addAll(rows.texts(BOUND, Map.of("offset", size * i / parts)));
        }
        return bounds;
    }

    @Override
    public Stretch next(String after, String until) {
        Map<String, Object> range =
                Map.of("after", after, "until", until == null ? LAST : until, "limit", PAGE, "separator", SEPARATOR);
        List<Seen> living = seen(NODES, range);
        List<Seen> trashed = seen(TRASHED, range);
        List<Object[]> contents = rows.rows(
                CONTENTS,
                Map.of(
                        "after", after.isEmpty() ? Rows.FIRST_UUID : after,
                        "until", until == null ? Rows.LAST_UUID : until,
                        "limit", PAGE));
        Map<String, Seen> nodes = inOrder(living, trashed);
        SideBySide sides = new SideBySide(
                new Keys(List.copyOf(nodes.keySet()), living.size() >= PAGE || trashed.size() >= PAGE),
                Keys.of(contents.stream().map(row -> (String) row[0]).toList(), PAGE));
        List<Seen> covered =
                nodes.values().stream().filter(node -> sides.covers(node.id())).toList();
        List<Suspect> suspects = new ArrayList<>();
        lightProperties(covered, contents, suspects);
        places(covered, suspects);
        references(covered, suspects);
        return Walk.stretch(sides, after, "node_without_content", "content_without_node", suspects);
    }

    private List<Seen> seen(String query, Map<String, Object> range) {
        return graph.read(query, range).stream().map(Seen::of).toList();
    }

    /** Both in one order; up to where both are known when one of them has more. */
    private static Map<String, Seen> inOrder(List<Seen> living, List<Seen> trashed) {
        if (trashed.isEmpty()) {
            Map<String, Seen> nodes = new LinkedHashMap<>(living.size() * 2);
            living.forEach(node -> nodes.put(node.id(), node));
            return nodes;
        }
        TreeMap<String, Seen> nodes = new TreeMap<>(SideBySide.ORDER);
        living.forEach(node -> nodes.put(node.id(), node));
        trashed.forEach(node -> nodes.put(node.id(), node));
        for (List<Seen> page : List.of(living, trashed)) {
            if (page.size() >= PAGE) {
                nodes.tailMap(page.get(page.size() - 1).id(), false).clear();
            }
        }
        return nodes;
    }

    private static void lightProperties(List<Seen> nodes, List<Object[]> contents, List<Suspect> suspects) {
        Map<String, Object[]> audited = new HashMap<>(contents.size() * 2);
        contents.forEach(row -> audited.put((String) row[0], row));
        for (Seen node : nodes) {
            Object[] told = audited.get(node.id());
            if (told != null && !Objects.equals(node.zone(), told[4])) {
                suspects.add(new Suspect("zone_disagrees", node.id()));
            }
            if (told != null && !Objects.equals(node.known(), told[5])) {
                suspects.add(new Suspect("search_disagrees", node.id()));
            }
            if (told != null && told[3] != null) {
                boolean whole = (Boolean) told[3];
                if (differs(node.status(), (String) told[1], whole)) {
                    suspects.add(new Suspect("status_disagrees", node.id()));
                }
                if (differs(node.assignee(), (String) told[2], whole)) {
                    suspects.add(new Suspect("assignee_disagrees", node.id()));
                }
            }
        }
    }

    private static boolean differs(String present, String told, boolean whole) {
        return (told != null || whole) && !Objects.equals(present, told);
    }

    private void places(List<Seen> nodes, List<Suspect> suspects) {
        List<String> parentless = at(NO_PARENT, nodes);
        Set<String> roots = known(ROOTS, parentless);
        parentless.stream()
                .filter(id -> !roots.contains(id))
                .forEach(id -> suspects.add(new Suspect("node_without_parent", id)));
        at(MANY_PARENTS, nodes).forEach(id -> suspects.add(new Suspect("node_with_many_parents", id)));
        at(FOREIGN_PARENT, nodes).forEach(id -> suspects.add(new Suspect("child_of_another_project", id)));
        known(CIRCLES, at(YOUNGER_PARENT, nodes)).forEach(id -> suspects.add(new Suspect("nodes_in_circle", id)));
    }

    private static List<String> at(long place, List<Seen> nodes) {
        return nodes.stream()
                .filter(node -> node.place() == place)
                .map(Seen::id)
                .toList();
    }

    private void references(List<Seen> nodes, List<Suspect> suspects) {
        Set<String> assignees = distinct(nodes.stream().map(Seen::assignee).toList());
        if (!assignees.isEmpty()) {
            assignees.removeAll(rows.texts(ACTORS, Map.of("keys", assignees.toArray(String[]::new))));
        }
        Set<String> cycles = distinct(nodes.stream().map(Seen::cycle).toList());
        cycles.removeAll(known(CYCLES, List.copyOf(cycles)));
        for (Seen node : nodes) {
            if (assignees.contains(node.assignee())) {
                suspects.add(new Suspect("assignee_unknown", node.id()));
            }
            if (cycles.contains(node.cycle())) {
                suspects.add(new Suspect("cycle_unknown", node.id()));
            }
        }
    }

    private Set<String> known(String query, List<String> keys) {
        return keys.isEmpty()
                ? Set.of()
                : graph.read(query, Map.of("keys", keys)).stream()
                        .map(row -> (String) row.get("id"))
                        .collect(Collectors.toSet());
    }

    private static Set<String> distinct(List<String> values) {
        Set<String> distinct = new HashSet<>(values);
        distinct.remove(null);
        return distinct;
    }
}
