package io.strata.realtime;

import io.strata.common.RequiredFields;
import java.util.List;

/**
 * A part of the events that a caller may hear of.
 *
 * @param items in their order
 * @param last from where to go on: give it as {@code after}
 * @param more whether there are more already
 * @param reset whether events between {@code after} and {@code last} are not kept any more, so that the caller has to read
 *     anew what they know; there are no items then
 */
@RequiredFields(allBut = {})
public record EventPage(List<EventView> items, long last, boolean more, boolean reset) {

    public EventPage {
        items = List.copyOf(items);
    }
}
