package io.strata.realtime;

import io.strata.access.Action;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.events.EventAudience;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Reads events in their order, as the caller may hear of them at this moment. Whoever goes on from {@link EventPage#last}
 * misses none and sees none twice.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class EventFeed {

    /** Over how many places somebody can go on; who has missed more is quicker by reading anew. */
    static final long FURTHEST = 100_000;

    @Inject
    Policy policy;

    @Inject
    Channels channels;

    @Inject
    EventRows rows;

    /**
     * Events after a place.
     *
     * @param after the place; {@code null}: from now on, so there are none yet
     * @param channels {@code project:}, {@code node:} or {@code user:} with an id behind it; none: all channels
     * @throws ProblemException validation, when a channel is malformed; not found, when the caller may not follow it
     */
    @Requires(Action.SIGNED_IN)
    public EventPage after(Long after, List<String> channels, Integer requestedLimit) {
        int limit = Page.limit(requestedLimit);
        if (after != null && after < 0) {
            throw ProblemException.validation("after", "must be a place that an answer gave");
        }
        List<Channel> followed = this.channels.require(channels);
        return after == null ? new EventPage(List.of(), rows.head(), false, false) : page(after, followed, limit);
    }

    /** Events of channels that the caller was allowed to follow once; what they may not hear of now is not among them. */
    EventPage page(long after, List<Channel> followed, int limit) {
        return rows.after(after, followed, limit, FURTHEST, policy.visibilities(EventAudience.PERMISSIONS));
    }
}
