package io.strata.graph;

import io.strata.common.RequiredFields;
import java.util.List;

/**
 * A cycle and how far its issues have come.
 *
 * @param issues how many are planned for it, of those that the caller may see
 * @param categories how many of each category, all four in their order
 */
@RequiredFields(allBut = {})
public record CycleProgress(CycleView cycle, long issues, List<Share> categories) {

    /**
     * The issues of one category.
     *
     * @param estimate the sum of their estimates
     */
    public record Share(StatusCategory category, long issues, double estimate) {}
}
