package io.strata.realtime;

import java.util.List;

/**
 * What somebody follows from now on.
 *
 * @param channels with the ids of what they named; none: all channels
 * @param sequence the place after which it begins
 */
public record Subscribed(List<String> channels, long sequence) {

    public Subscribed {
        channels = List.copyOf(channels);
    }
}
