package io.strata.graph.questions;

import io.strata.common.RequiredFields;
import io.strata.graph.NodeReference;
import java.util.List;

/**
 * The longest chain of open issues in which each blocks the next.
 *
 * @param length the sum of the estimates; an issue without one counts one
 * @param issues how many issues the chain has
 * @param steps the first thousand of them, from the one that can be begun to the one that waits for all others
 */
@RequiredFields(allBut = {})
public record CriticalPathView(double length, int issues, List<Step> steps) {

    /**
     * An issue of the chain.
     *
     * @param estimate {@code null} when it has none
     */
    public record Step(NodeReference node, Double estimate) {}
}
