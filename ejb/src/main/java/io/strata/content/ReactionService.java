package io.strata.content;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.LowerCaseEnumAdapter;
import io.strata.events.DomainEvent;
import io.strata.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What people think of nodes and comments, in one sign. Whoever may comment may react. The same reaction a second time,
 * and taking back what is not there, changes nothing.
 */
@ApplicationScoped
@Transactional
public class ReactionService {

    @Inject
    Places places;

    @Inject
    Reactions reactions;

    @Inject
    ContentRows rows;

    @Inject
    AuditLog audit;

    @Inject
    Events events;

    /** The caller reacts to a node. Answers with all reactions to it, as the methods below do. */
    @Requires(Action.COMMENT_WRITE)
    public List<ReactionView> addToNode(String idOrShortId, Emoji emoji) {
        return add(places.node(idOrShortId, Action.COMMENT_WRITE), emoji);
    }

    /** The caller takes a reaction to a node back. */
    @Requires(Action.COMMENT_WRITE)
    public List<ReactionView> removeFromNode(String idOrShortId, Emoji emoji) {
        return remove(places.node(idOrShortId, Action.COMMENT_WRITE), emoji);
    }

    /** The reactions to a node. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<ReactionView> ofNode(String idOrShortId) {
        return of(places.node(idOrShortId, Action.NODE_READ));
    }

    /** The caller reacts to a comment. */
    @Requires(Action.COMMENT_WRITE)
    public List<ReactionView> addToComment(UUID commentId, Emoji emoji) {
        return add(places.comment(commentId, Action.COMMENT_WRITE), emoji);
    }

    /** The caller takes a reaction to a comment back. */
    @Requires(Action.COMMENT_WRITE)
    public List<ReactionView> removeFromComment(UUID commentId, Emoji emoji) {
        return remove(places.comment(commentId, Action.COMMENT_WRITE), emoji);
    }

    /** The reactions to a comment. */
    @Requires(Action.COMMENT_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<ReactionView> ofComment(UUID commentId) {
        return of(places.comment(commentId, Action.COMMENT_READ));
    }

    private List<ReactionView> add(Place place, Emoji emoji) {
        if (reactions.add(places.hold(place), caller(), emoji)) {
            record("reaction.added", place, emoji);
        }
        return of(place);
    }

    private List<ReactionView> remove(Place place, Emoji emoji) {
        if (reactions.remove(place, caller(), emoji)) {
            record("reaction.removed", place, emoji);
        }
        return of(place);
    }

    private List<ReactionView> of(Place place) {
        return place.commentId() == null
                ? rows.reactions(place.node().id())
                : rows.ofComment(place.node().id(), place.commentId())
                        .map(CommentView::reactions)
                        .orElse(List.of());
    }

    private void record(String what, Place place, Emoji emoji) {
        Map<String, Object> state = Map.of("emoji", LowerCaseEnumAdapter.write(emoji));
        boolean added = what.equals("reaction.added");
        audit.record(
                what,
                place.commentId() == null ? "node" : "comment",
                place.subjectId(),
                place.node().workspaceId(),
                added ? null : state,
                added ? state : null);
        Map<String, Object> data = new HashMap<>(place.data());
        data.putAll(state);
        events.publish(
                DomainEvent.now(what, place.node().workspaceId(), place.node().projectId(), place.subjectId(), data));
    }

    private static UUID caller() {
        return CurrentCaller.require().actorId();
    }
}
