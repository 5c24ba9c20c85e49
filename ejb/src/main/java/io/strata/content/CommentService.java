package io.strata.content;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Open;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.audit.AuditView;
import io.strata.audit.SubjectChanges;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import io.strata.events.DomainEvent;
import io.strata.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What people say about nodes. A comment is visible as long as its node is; its author changes and removes it, and so
 * does who may moderate.
 */
@ApplicationScoped
@Transactional
public class CommentService {

    /** How long a comment may be, in characters. */
    public static final int MAXIMUM_TEXT = 20_000;

    @Inject
    AuditLog audit;

    @Inject
    Events events;

    @Inject
    Places places;

    @Inject
    Comments comments;

    @Inject
    Mentions mentions;

    @Inject
    Watchers watchers;

    @Inject
    ContentRows rows;

    /** Comments on a node; never on one that is being deleted at the same time. */
    @Requires(Action.COMMENT_WRITE)
    public CommentView create(String nodeIdOrShortId, CreateComment request) {
        Place node = places.node(nodeIdOrShortId, Action.COMMENT_WRITE);
        validate(request.text());
        places.hold(node);
        requireAnswerable(request.parentId(), node.node());
        UUID author = CurrentCaller.require().actorId();
        Comment comment = new Comment(node.node(), request.parentId(), author, request.text());
        comments.add(comment);
        Place place = new Place(node.node(), comment.id());
        Set<UUID> mentioned = mentions.note(node.node().id(), comment.id(), request.text());
        watchers.add(node.node().id(), List.of(author), Watchers.Reason.COMMENT);
        record("comment.created", place, comment.parentId(), null, comment.state(), mentioned);
        return shown(place);
    }

    /** A comment. */
    @Requires(Action.COMMENT_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public CommentView get(UUID id) {
        return shown(places.of(comments.find(id).orElseThrow(Places::noComment), Action.COMMENT_READ));
    }

    /** The comments on a node in the order they were made; threads are put together by {@code parent_id}. */
    @Requires(Action.COMMENT_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<CommentView> list(String nodeIdOrShortId, String cursor, Integer requestedLimit) {
        Place node = places.node(nodeIdOrShortId, Action.COMMENT_READ);
        int limit = Page.limit(requestedLimit);
        UUID after = cursor == null ? null : Validation.identifier(cursor, "cursor");
        return rows.comments(node.node().id(), after, limit);
    }

    /** All comments on some nodes in the order they were made, for a service that knows that the caller may read them. */
    @Open("part of an answer whose service has been asked for permission")
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<CommentState> on(Collection<UUID> nodeIds) {
        return comments.on(nodeIds).stream().map(Comment::state).toList();
    }

    /** What a comment said before it was changed, and who changed it, the latest change first. */
    @Requires(Action.COMMENT_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<TextChange> history(UUID id, String cursor, Integer limit) {
        places.comment(id, Action.COMMENT_READ);
        SubjectChanges changes = new SubjectChanges("comment", id, List.of("comment.changed"), "text");
        Page<AuditView> page = audit.changes(changes, cursor, limit);
        return new Page<>(page.items().stream().map(TextChange::of).toList(), page.nextCursor());
    }

    /** Replaces the words of a comment. */
    @Requires(Action.COMMENT_WRITE)
    public CommentView change(UUID id, String text) {
        Comment comment = comments.findToChange(id).orElseThrow(Places::noComment);
        Place place = places.own(comment);
        validate(text);
        CommentState before = comment.state();
        comment.change(text);
        Set<UUID> mentioned = mentions.renew(place.node().id(), id, text);
        record("comment.changed", place, comment.parentId(), before, comment.state(), mentioned);
        return shown(place);
    }

    /**
     * Settles a thread, or opens it again; whoever may comment may do either. What is so already stays as it is.
     *
     * @throws ProblemException conflict, when the comment answers another
     */
    @Requires(Action.COMMENT_WRITE)
    public CommentView resolve(UUID id, boolean resolved) {
        Comment comment = comments.findToChange(id).orElseThrow(Places::noComment);
        Place place = places.of(comment, Action.COMMENT_WRITE);
        if (comment.parentId() != null) {
            throw ProblemException.conflict("Only the comment that begins a thread can settle it.");
        }
        if (comment.isResolved() != resolved) {
            CommentState before = comment.state();
            if (resolved) {
                comment.resolve(CurrentCaller.require().actorId());
            } else {
                comment.reopen();
            }
            String what = resolved ? "comment.resolved" : "comment.reopened";
            record(what, place, null, before, comment.state(), Set.of());
        }
        return shown(place);
    }

    /** Removes a comment; one with answers leaves its place without its words. */
    @Requires(Action.COMMENT_WRITE)
    public void delete(UUID id) {
        Comment comment = comments.findToChange(id).orElseThrow(Places::noComment);
        Place place = places.own(comment);
        CommentState before = comment.state();
        comments.remove(comment);
        record("comment.deleted", place, before.parentId(), before, null, Set.of());
    }

    /** Who may not read comments makes none: the refusal takes the change back. */
    private CommentView shown(Place place) {
        return rows.ofComment(place.node().id(), place.commentId()).orElseGet(() -> {
            places.requireSeen(place.node().id(), Action.COMMENT_READ, "comment");
            throw Places.noComment();
        });
    }

    private void requireAnswerable(UUID parentId, CommentedNode node) {
        if (parentId == null) {
            return;
        }
        Optional<Comment> parent = comments.findToAnswer(parentId)
                .filter(found -> found.nodeId().equals(node.id()))
                .filter(found -> !found.isBlank());
        if (parent.isEmpty()) {
            throw ProblemException.validation("parent_id", "names no comment on this node");
        }
    }

    private static void validate(String text) {
        new Validation().text("text", text, MAXIMUM_TEXT).done();
    }

    private void record(
            String what, Place place, UUID parentId, CommentState before, CommentState after, Set<UUID> mentioned) {
        CommentedNode node = place.node();
        audit.record(what, "comment", place.commentId(), node.workspaceId(), before, after);
        Map<String, Object> data = place.data();
        data.put("parent_id", parentId == null ? null : parentId.toString());
        if (!mentioned.isEmpty()) {
            data.put("mentions", mentioned.stream().map(UUID::toString).toList());
        }
        events.publish(DomainEvent.now(what, node.workspaceId(), node.projectId(), place.commentId(), data));
    }
}
