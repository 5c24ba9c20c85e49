package io.strata.realtime;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import io.strata.graph.NodeService;
import io.strata.graph.ProjectService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds out which channels a caller means, and that they may follow them. */
@ApplicationScoped
class Channels {

    static final int MAXIMUM = 50;

    private static final String MYSELF = "me";

    @Inject
    ProjectService projects;

    @Inject
    NodeService nodes;

    /**
     * Reads channels as people write them.
     *
     * @throws ProblemException validation, when one is malformed or there are too many; not found, when there is no such
     *     thing or the caller may not know that there is
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    List<Channel> require(List<String> names) {
        if (names.size() > MAXIMUM) {
            throw ProblemException.validation("channels", "must be at most " + MAXIMUM);
        }
        List<Channel> channels = new ArrayList<>();
        for (String name : names) {
            int colon = name.indexOf(':');
            ChannelKind kind = ChannelKind.of(name.substring(0, Math.max(colon, 0)))
                    .orElseThrow(() -> ProblemException.validation(
                            "channels", "must be project:, node: or user: with an id behind it"));
            channels.add(channel(kind, name.substring(colon + 1)));
        }
        return List.copyOf(channels);
    }

    private Channel channel(ChannelKind kind, String what) {
        return new Channel(
                kind,
                switch (kind) {
                    case PROJECT ->
                        projects.get(Validation.identifier(what, "project")).id();
                    case NODE -> nodes.require(what, Action.NODE_READ).id();
                    case USER -> oneself(what);
                });
    }

    /** What concerns somebody in person is nobody else's. */
    private static UUID oneself(String what) {
        UUID me = CurrentCaller.require().actorId();
        if (what.equals(MYSELF) || what.equalsIgnoreCase(me.toString())) {
            return me;
        }
        throw ProblemException.notFound("channel");
    }
}
