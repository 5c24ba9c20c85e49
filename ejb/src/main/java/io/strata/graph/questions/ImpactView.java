package io.strata.graph.questions;

import io.strata.common.RequiredFields;
import io.strata.graph.NodeReference;
import java.util.List;

/**
 * What depends on a component.
 *
 * @param items the nearest first
 * @param openIssues how many open issues hang on the items together
 * @param truncated whether more depends on it than was asked for
 */
@RequiredFields(allBut = {})
public record ImpactView(NodeReference node, List<Impacted> items, long openIssues, boolean truncated) {

    /**
     * A component that depends on another.
     *
     * @param reached how
     * @param openIssues how many open issues hang on it, or on issues of it; those of components below it not counted
     */
    public record Impacted(ReachedNode reached, long openIssues) {}
}
