package io.strata.graph.questions;

import io.strata.common.ProblemException;
import io.strata.common.Validation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Where a walk through a subtree has come to. It goes on from there even when the last node has gone meanwhile.
 *
 * @param way the ids from below the root down to the last node that was answered
 */
record SubtreeCursor(List<UUID> way) {

    private static final String SEPARATOR = ".";

    /**
     * Reads what {@link #text} has written.
     *
     * @param deepest how many ids there can be
     */
    static SubtreeCursor read(String text, int deepest) {
        String[] parts = text.split("\\" + SEPARATOR, -1);
        if (parts.length > deepest) {
            throw notGiven();
        }
        try {
            return new SubtreeCursor(Arrays.stream(parts)
                    .map(part -> Validation.identifier(part, "cursor"))
                    .toList());
        } catch (ProblemException e) {
            throw notGiven();
        }
    }

    /** The cursor behind the last of some rows; this one is where they began, {@code null} for the beginning. */
    static String after(SubtreeCursor before, List<SubtreeRow> rows) {
        SubtreeRow last = rows.get(rows.size() - 1);
        List<UUID> way = new ArrayList<>();
        UUID next = last.node().id();
        int depth = last.depth();
        for (int i = rows.size() - 1; i >= 0 && depth > 0; i--) {
            SubtreeRow row = rows.get(i);
            if (row.node().id().equals(next)) {
                way.add(next);
                next = row.parentId();
                depth = row.depth() - 1;
            }
        }
        Collections.reverse(way);
        List<UUID> whole = depth == 0 ? new ArrayList<>() : new ArrayList<>(before.way.subList(0, depth));
        whole.addAll(way);
        return new SubtreeCursor(whole).text();
    }

    String text() {
        return way.stream().map(UUID::toString).collect(Collectors.joining(SEPARATOR));
    }

    /** Where to go on: below the last node, then behind it among its siblings, then behind the one above it. */
    List<SubtreeWalk.Start> starts(UUID root, int deepest) {
        List<SubtreeWalk.Start> starts = new ArrayList<>();
        int depth = way.size();
        if (depth < deepest) {
            starts.add(new SubtreeWalk.Start(way.get(depth - 1), "", depth + 1));
        }
        for (int i = depth - 1; i >= 0; i--) {
            UUID parent = i == 0 ? root : way.get(i - 1);
            starts.add(new SubtreeWalk.Start(parent, way.get(i).toString(), i + 1));
        }
        return starts;
    }

    private static ProblemException notGiven() {
        return ProblemException.validation("cursor", "is none that a list gave");
    }
}
