package io.strata.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out whether links lead back to where they began. */
final class Circle {

    private Circle() {}

    /** One of the circles, {@code null} without any: takes away what nothing leads to until nothing more can be. */
    static String in(List<ProjectFile.Link> links) {
        Map<String, List<String>> leading = new HashMap<>();
        Map<String, Integer> waiting = new HashMap<>();
        for (ProjectFile.Link link : links) {
            leading.computeIfAbsent(link.source(), key -> new ArrayList<>()).add(link.target());
            waiting.merge(link.target(), 1, Integer::sum);
            waiting.putIfAbsent(link.source(), 0);
        }
        Deque<String> free = new ArrayDeque<>();
        waiting.forEach((key, count) -> {
            if (count == 0) {
                free.add(key);
            }
        });
        while (!free.isEmpty()) {
            String key = free.remove();
            waiting.remove(key);
            for (String next : leading.getOrDefault(key, List.of())) {
                if (waiting.merge(next, -1, Integer::sum) == 0) {
                    free.add(next);
                }
            }
        }
        return waiting.isEmpty() ? null : walk(links, waiting.keySet());
    }

    /** Backwards, because each that is left has one before it that is left, too. */
    private static String walk(List<ProjectFile.Link> links, Set<String> left) {
        Map<String, String> before = new HashMap<>();
        links.stream()
                .filter(link -> left.contains(link.source()) && left.contains(link.target()))
                .forEach(link -> before.put(link.target(), link.source()));
        List<String> way = new ArrayList<>();
        String step = before.keySet().iterator().next();
        while (!way.contains(step)) {
            way.add(0, step);
            step = before.get(step);
        }
        List<String> circle = new ArrayList<>(List.of(step));
        for (String next : way) {
            circle.add(next);
            if (next.equals(step)) {
                break;
            }
        }
        return String.join(" → ", circle);
    }
}
