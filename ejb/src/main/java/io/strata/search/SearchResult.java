package io.strata.search;

import io.strata.common.RequiredFields;
import java.util.List;

/**
 * A part of what was found, best first or, when nothing was searched for, latest first.
 *
 * @param nextCursor opaque; asks for the part that follows. {@code null} at the end
 * @param total how many were found, in all parts together
 * @param more whether there may be more than the total: what is found is looked at up to a maximum
 */
@RequiredFields(allBut = "nextCursor")
public record SearchResult(List<SearchHit> items, String nextCursor, long total, boolean more) {

    public SearchResult {
        items = List.copyOf(items);
    }
}
