package io.strata.graph;

import io.strata.common.ProblemException;
import java.util.List;

/** A way through the graph in words that people know. */
final class ShortIdPath {

    /** Stands for a node that the caller does not see. */
    static final String HIDDEN = "…";

    private ShortIdPath() {}

    /** A conflict that names the way back to where it began. */
    static ProblemException closedBy(List<String> shortIds) {
        return ProblemException.conflict("This would close a cycle: " + String.join(" → ", shortIds) + ".");
    }
}
