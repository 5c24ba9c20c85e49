package io.strata.content;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.events.DomainEvent;
import io.strata.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/**
 * Who wants to know what happens to a node. Everybody who may read it chooses for themselves; the author, the assignee,
 * who is mentioned and who comments become watchers by that, unless they have chosen otherwise.
 */
@ApplicationScoped
@Transactional
public class WatcherService {

    @Inject
    Places places;

    @Inject
    Watchers watchers;

    @Inject
    AuditLog audit;

    @Inject
    Events events;

    /** The caller begins to watch a node, or stops; what they do already changes nothing. */
    @Requires(Action.NODE_READ)
    public void watch(String nodeIdOrShortId, boolean watching) {
        Place place = places.hold(places.node(nodeIdOrShortId, Action.NODE_READ));
        CommentedNode node = place.node();
        UUID caller = CurrentCaller.require().actorId();
        if (!watchers.choose(node.id(), caller, watching)) {
            return;
        }
        String what = watching ? "watcher.added" : "watcher.removed";
        Map<String, Object> state = Map.of("watching", watching);
        audit.record(what, "node", node.id(), node.workspaceId(), null, state);
        events.publish(DomainEvent.now(what, node.workspaceId(), node.projectId(), node.id(), place.data()));
    }

    /** Who watches a node, by handle; those who may not read it any more are left out. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<WatcherView> list(String nodeIdOrShortId, String cursor, Integer requestedLimit) {
        Place place = places.node(nodeIdOrShortId, Action.NODE_READ);
        int limit = Page.limit(requestedLimit);
        return Page.of(watchers.of(place.node().id(), cursor, limit + 1), limit, WatcherView::handle);
    }
}
