package io.strata.content;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Open;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import io.strata.events.DomainEvent;
import io.strata.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    CommentedNodes nodes;

    @Inject
    Comments comments;

    /** Comments on a node; never on one that is being deleted at the same time. */
    @Requires(Action.COMMENT_WRITE)
    public CommentView create(String nodeIdOrShortId, CreateComment request) {
        CommentedNode node = visibleNode(nodeIdOrShortId, Action.COMMENT_WRITE);
        validate(request.text());
        if (!nodes.hold(node)) {
            throw ProblemException.notFound("node");
        }
        requireAnswerable(request.parentId(), node);
        UUID author = CurrentCaller.require().actorId();
        Comment comment = new Comment(node, request.parentId(), author, request.text());
        comments.add(comment);
        CommentView view = comment.view();
        record("comment.created", node, view, null, view);
        return view;
    }

    /** A comment. */
    @Requires(Action.COMMENT_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public CommentView get(UUID id) {
        Comment comment = comments.find(id).orElseThrow(CommentService::notFound);
        visibleNode(comment, Action.COMMENT_READ);
        return comment.view();
    }

    /** The comments on a node in the order they were made; threads are put together by {@code parent_id}. */
    @Requires(Action.COMMENT_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<CommentView> list(String nodeIdOrShortId, String cursor, Integer requestedLimit) {
        CommentedNode node = visibleNode(nodeIdOrShortId, Action.COMMENT_READ);
        int limit = Page.limit(requestedLimit);
        UUID after = cursor == null ? new UUID(0, 0) : Validation.identifier(cursor, "cursor");
        return Page.of(
                comments.list(node.id(), after, limit + 1).stream()
                        .map(Comment::view)
                        .toList(),
                limit,
                comment -> comment.id().toString());
    }

    /** All comments on some nodes in the order they were made, for a service that knows that the caller may read them. */
    @Open("part of an answer whose service has been asked for permission")
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<CommentView> on(Collection<UUID> nodeIds) {
        return comments.on(nodeIds).stream().map(Comment::view).toList();
    }

    /** Replaces the words of a comment. */
    @Requires(Action.COMMENT_WRITE)
    public CommentView change(UUID id, String text) {
        Comment comment = comments.findToChange(id).orElseThrow(CommentService::notFound);
        CommentedNode node = requireChangeable(comment);
        validate(text);
        CommentView before = comment.view();
        comment.change(text);
        CommentView after = comment.view();
        record("comment.changed", node, after, before, after);
        return after;
    }

    /** Removes a comment; one with answers leaves its place without its words. */
    @Requires(Action.COMMENT_WRITE)
    public void delete(UUID id) {
        Comment comment = comments.findToChange(id).orElseThrow(CommentService::notFound);
        CommentedNode node = requireChangeable(comment);
        CommentView before = comment.view();
        comments.remove(comment);
        record("comment.deleted", node, before, before, null);
    }

    private CommentedNode visibleNode(String idOrShortId, Action action) {
        return nodes.find(idOrShortId, action).orElseThrow(() -> ProblemException.notFound("node"));
    }

    private CommentedNode visibleNode(Comment comment, Action action) {
        return nodes.find(comment.nodeId().toString(), action).orElseThrow(CommentService::notFound);
    }

    private CommentedNode requireChangeable(Comment comment) {
        CommentedNode node = visibleNode(comment, Action.COMMENT_WRITE);
        if (comment.isBlank()) {
            throw notFound();
        }
        if (!comment.isBy(CurrentCaller.require().actorId())) {
            visibleNode(comment, Action.COMMENT_MODERATE);
        }
        return node;
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

    private void record(String what, CommentedNode node, CommentView comment, CommentView before, CommentView after) {
        audit.record(what, "comment", comment.id(), node.workspaceId(), before, after);
        Map<String, Object> data = new HashMap<>();
        data.put("node_id", node.id().toString());
        data.put("short_id", node.shortId());
        data.put("title", node.title());
        data.put(
                "parent_id",
                comment.parentId() == null ? null : comment.parentId().toString());
        events.publish(DomainEvent.now(what, node.workspaceId(), node.projectId(), comment.id(), data));
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("comment");
    }
}
