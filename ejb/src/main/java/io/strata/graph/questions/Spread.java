package io.strata.graph.questions;

import io.strata.access.Visibility;
import io.strata.graph.NodeReference;
import io.strata.transaction.Graph;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Spreads from a node over edges, one distance after the other, until it has gone far enough or found enough. Each
 * distance is one question, so nothing is ever reached on more than one way.
 */
final class Spread {

    private final Graph graph;
    private final String step;
    private final Map<String, Object> parameters;
    private final List<Row> rows = new ArrayList<>();
    private boolean truncated;

    /** A node that was reached, with all that the question says of it. */
    record Row(ReachedNode reached, Map<String, Object> answer) {}

    /**
     * Prepares to spread.
     *
     * @param step answers with {@code node} and {@code via} for nodes next to {@code $frontier} that are not in
     *     {@code $seen}, at most {@code $limit}
     * @param parameters what the step needs besides
     */
    Spread(Graph graph, Visibility visibility, String step, Map<String, Object> parameters) {
        this.graph = graph;
        this.step = step;
        this.parameters = visibility.with(parameters);
    }

    /** Spreads from a node, which is not among the rows itself. */
    void from(UUID start, int farthest, int limit) {
        Set<String> seen = new LinkedHashSet<>(List.of(start.toString()));
        List<String> frontier = List.of(start.toString());
        for (int distance = 1; distance <= farthest && !frontier.isEmpty() && !truncated; distance++) {
            frontier = next(frontier, seen, distance, limit);
        }
    }

    private List<String> next(List<String> frontier, Set<String> seen, int distance, int limit) {
        parameters.put("frontier", frontier);
        parameters.put("seen", List.copyOf(seen));
        parameters.put("limit", limit - rows.size() + 1);
        List<String> next = new ArrayList<>();
        for (Map<String, Object> answer : graph.read(step, parameters)) {
            if (rows.size() == limit) {
                truncated = true;
                break;
            }
            NodeReference node = NodeReference.of((Map<?, ?>) answer.get("node"));
            UUID via = UUID.fromString((String) answer.get("via"));
            rows.add(new Row(new ReachedNode(node, distance, via), answer));
            next.add(node.id().toString());
        }
        seen.addAll(next);
        return next;
    }

    List<Row> rows() {
        return rows;
    }

    /** Whether there was more than the limit. */
    boolean truncated() {
        return truncated;
    }
}
