package io.strata.search;

import io.strata.common.RequiredFields;
import java.util.List;

/**
 * What was found of one kind.
 *
 * @param items the best
 * @param total how many were found
 */
@RequiredFields(allBut = {})
public record SearchGroup(EntryKind kind, List<SearchHit> items, long total) {

    public SearchGroup {
        items = List.copyOf(items);
    }
}
