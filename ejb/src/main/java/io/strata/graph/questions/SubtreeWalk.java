package io.strata.graph.questions;

import io.strata.access.Visibility;
import io.strata.graph.NodeReference;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Walks through a tree from the top, each node before what hangs below it, and no further than it must: a level of what
 * is needed in each round trip. So a part of a large tree costs as much as one of a small tree. What hangs below a node
 * that the caller may not see is not reached.
 */
@ApplicationScoped
class SubtreeWalk {

    private static final String CHILDREN = """
            UNWIND range(0, size($starts) - 1) AS place
            WITH place, $starts[place] AS start
            MATCH (parent:Node {id: start.parent})
            WHERE %s
            CALL (parent, start) {
              MATCH (parent)-[:HAS_CHILD]->(child:Node)
              WHERE child.id > start.after AND %s
              RETURN child ORDER BY child.id LIMIT $limit
            }
            WITH place, child ORDER BY place, child.id LIMIT $limit
            RETURN place, %s AS node,
              EXISTS { MATCH (child)-[:HAS_CHILD]->(below:Node) WHERE %s } AS inner
            ORDER BY place, child.id
            """.formatted(
            Visibility.of("parent"), Visibility.of("child"), NodeReference.projection("child"), Visibility.of("below"));

    /**
     * Looks upwards from each target, because that way is short and the other one leads through the whole tree; the label
     * is missing at the top so that no index tempts the planner.
     */
    private static final String EDGES = """
            UNWIND $ids AS id
            MATCH (source:Node {id: id})-[link:%1$s]->(target:Node)
            WHERE %2$s
            WITH source, link, target
            WHERE EXISTS { MATCH (target)<-[:HAS_CHILD*0..%3$d]-(top) WHERE top.id = $root }
            RETURN %4$s AS edge LIMIT $limit
            """;

    /** How many places a round trip fills: those at the front, because what they hold may push the others out. */
    private static final int AT_ONCE = 200;

    /** A place in the walk: a node that was reached, or one whose children are still to be read. */
    sealed interface Slot permits SubtreeRow, Start {}

    /**
     * A place in the walk whose children are still to be read.
     *
     * @param after the child behind which to begin; empty for the first
     * @param depth how deep its children are
     */
    record Start(UUID parent, String after, int depth) implements Slot {

        Map<String, Object> asMap() {
            return Map.of("parent", parent.toString(), "after", after);
        }
    }

    @Inject
    Graph graph;

    /**
     * Goes on from some places, in this order.
     *
     * @param deepest how deep the walk goes
     * @param limit how many rows are wanted
     */
    List<SubtreeRow> rows(List<Start> starts, int deepest, int limit, Visibility visibility) {
        List<Slot> slots = new ArrayList<>(starts);
        List<Start> pending = pending(slots);
        while (!pending.isEmpty()) {
            slots = fill(slots, children(pending, limit, visibility), deepest, limit);
            pending = pending(slots);
        }
        return slots.stream().map(SubtreeRow.class::cast).toList();
    }

    /** The edges of some layers that begin at some nodes and end in the subtree. */
    List<GraphEdge> edges(List<UUID> ids, UUID root, int deepest, Layers layers, int limit, Visibility visibility) {
        String cypher = EDGES.formatted(layers.pattern(), Visibility.of("target"), deepest, GraphEdge.PROJECTION);
        Map<String, Object> parameters = Map.of(
                "ids", ids.stream().map(UUID::toString).toList(),
                "root", root.toString(),
                "limit", limit);
        return graph.read(cypher, visibility.with(parameters)).stream()
                .map(row -> GraphEdge.of((Map<?, ?>) row.get("edge")))
                .toList();
    }

    private static List<Start> pending(List<Slot> slots) {
        return slots.stream()
                .filter(Start.class::isInstance)
                .map(Start.class::cast)
                .limit(AT_ONCE)
                .toList();
    }

    /** The children of each place, under its number. */
    private List<List<Map<String, Object>>> children(List<Start> starts, int limit, Visibility visibility) {
        List<List<Map<String, Object>>> children = new ArrayList<>();
        starts.forEach(start -> children.add(new ArrayList<>()));
        Map<String, Object> parameters =
                Map.of("starts", starts.stream().map(Start::asMap).toList(), "limit", limit);
        graph.read(CHILDREN, visibility.with(parameters))
                .forEach(row ->
                        children.get(((Long) row.get("place")).intValue()).add(row));
        return children;
    }

    /** Puts children in the places that were filled, and forgets all that comes after the last row wanted. */
    private static List<Slot> fill(List<Slot> slots, List<List<Map<String, Object>>> children, int deepest, int limit) {
        List<Slot> filled = new ArrayList<>();
        int rows = 0;
        int place = 0;
        for (Slot slot : slots) {
            if (slot instanceof Start start && place < children.size()) {
                for (Map<String, Object> child : children.get(place++)) {
                    if (rows == limit) {
                        return filled;
                    }
                    rows++;
                    add(filled, child, start, rows < limit ? deepest : 0);
                }
            } else if (rows == limit) {
                return filled;
            } else {
                rows += slot instanceof SubtreeRow ? 1 : 0;
                filled.add(slot);
            }
        }
        return filled;
    }

    private static void add(List<Slot> slots, Map<String, Object> child, Start start, int deepest) {
        NodeReference node = NodeReference.of((Map<?, ?>) child.get("node"));
        boolean inner = (Boolean) child.get("inner");
        slots.add(new SubtreeRow(node, start.depth(), start.parent(), !inner));
        if (inner && start.depth() < deepest) {
            slots.add(new Start(node.id(), "", start.depth() + 1));
        }
    }
}
