package io.strata.graph.questions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The heaviest chain through a graph without cycles, in time that grows with its nodes and edges and not with its paths:
 * nodes are taken when all before them have been, and each keeps the best way to it. Where broken data has a cycle, what
 * is on or behind it is left out.
 */
final class LongestChain {

    private final Map<String, Link> links = new TreeMap<>();

    /** A node with the best way to it. */
    private static final class Link {

        private final String id;
        private final double weight;
        private final List<String> leadsTo;
        private int waitingFor;
        private double length;
        private Link before;

        private Link(String id, double weight, List<String> leadsTo) {
            this.id = id;
            this.weight = weight;
            this.leadsTo = leadsTo;
            this.length = weight;
        }

        private void reachFrom(Link other) {
            boolean better = other.length + weight > length;
            boolean asGood = other.length + weight == length && (before == null || other.id.compareTo(before.id) < 0);
            if (better || asGood) {
                length = other.length + weight;
                before = other;
            }
        }
    }

    /** What was found: the ids from the first to the last, and the sum of their weights. */
    record Chain(List<String> ids, double length) {}

    /**
     * Adds a node.
     *
     * @param weight not negative
     * @param leadsTo other nodes; those that are never added do not count
     */
    void add(String id, double weight, List<String> leadsTo) {
        links.put(id, new Link(id, weight, leadsTo));
    }

    /** The heaviest chain; empty without nodes. Of equally heavy ones always the same. */
    Chain find() {
        Link last = null;
        for (Link link : inOrder()) {
            if (last == null || link.length > last.length) {
                last = link;
            }
            for (Link next : behind(link)) {
                next.reachFrom(link);
            }
        }
        LinkedList<String> ids = new LinkedList<>();
        for (Link link = last; link != null; link = link.before) {
            ids.addFirst(link.id);
        }
        return new Chain(List.copyOf(ids), last == null ? 0 : last.length);
    }

    /** Each behind all that lead to it. */
    private List<Link> inOrder() {
        links.values().forEach(link -> behind(link).forEach(next -> next.waitingFor++));
        Deque<Link> ready = new ArrayDeque<>();
        links.values().stream().filter(link -> link.waitingFor == 0).forEach(ready::add);
        List<Link> ordered = new ArrayList<>();
        while (!ready.isEmpty()) {
            Link link = ready.remove();
            ordered.add(link);
            for (Link next : behind(link)) {
                if (--next.waitingFor == 0) {
                    ready.add(next);
                }
            }
        }
        return ordered;
    }

    private List<Link> behind(Link link) {
        return link.leadsTo.stream()
                .map(links::get)
                .filter(next -> next != null)
                .toList();
    }
}
