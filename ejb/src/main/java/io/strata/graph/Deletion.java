package io.strata.graph;

import io.strata.common.RequiredFields;
import java.util.List;
import java.util.UUID;

/**
 * What a deletion has put into the trash.
 *
 * @param deleted how many nodes
 * @param ids which; the first thousand in the order of their making
 */
@RequiredFields(allBut = {})
public record Deletion(long deleted, List<UUID> ids) {

    static final int MAXIMUM_NAMED = 1000;

    static Deletion of(List<UUID> deleted) {
        return new Deletion(deleted.size(), List.copyOf(deleted.subList(0, Math.min(deleted.size(), MAXIMUM_NAMED))));
    }
}
