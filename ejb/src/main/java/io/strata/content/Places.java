package io.strata.content;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.common.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Finds what something is to hang on, as far as the caller sees it and may do what they want to do with it. */
@ApplicationScoped
class Places {

    @Inject
    CommentedNodes nodes;

    @Inject
    Comments comments;

    /**
     * A node, by id or short id.
     *
     * @throws ProblemException not found, when there is none that the caller sees; forbidden, when the action is not
     *     allowed with it
     */
    Place node(String idOrShortId, Action action) {
        return new Place(nodes.find(idOrShortId, action).orElseThrow(() -> ProblemException.notFound("node")), null);
    }

    /** A comment whose words are still there; likewise. */
    Place comment(UUID id, Action action) {
        return of(comments.find(id).filter(comment -> !comment.isBlank()).orElseThrow(Places::noComment), action);
    }

    /** A comment that is found already. */
    Place of(Comment comment, Action action) {
        CommentedNode node = nodes.find(comment.nodeId().toString(), action).orElseThrow(Places::noComment);
        if (action != Action.COMMENT_READ) {
            nodes.find(comment.nodeId().toString(), Action.COMMENT_READ);
        }
        return new Place(node, comment.id());
    }

    /**
     * A comment whose words the caller may change: their own, or anybody's for those who moderate.
     *
     * @throws ProblemException as above
     */
    Place ownComment(UUID id) {
        return own(comments.find(id).orElseThrow(Places::noComment));
    }

    /** A comment that is found already; likewise. */
    Place own(Comment comment) {
        Place place = of(comment, Action.COMMENT_WRITE);
        if (comment.isBlank()) {
            throw noComment();
        }
        if (!comment.isBy(CurrentCaller.require().actorId())) {
            of(comment, Action.COMMENT_MODERATE);
        }
        return place;
    }

    /**
     * Requires that the caller may do something with a node on which a thing hangs.
     *
     * @param what what does not exist for those who do not see the node
     */
    void requireSeen(UUID nodeId, Action action, String what) {
        if (nodes.find(nodeId.toString(), action).isEmpty()) {
            throw ProblemException.notFound(what);
        }
    }

    /**
     * Keeps the place until the transaction ends.
     *
     * @throws ProblemException not found, when it is gone meanwhile
     */
    Place hold(Place place) {
        if (!nodes.hold(place.node())) {
            throw ProblemException.notFound("node");
        }
        if (place.commentId() != null) {
            comments.findToAnswer(place.commentId())
                    .filter(comment -> !comment.isBlank())
                    .orElseThrow(Places::noComment);
        }
        return place;
    }

    static ProblemException noComment() {
        return ProblemException.notFound("comment");
    }
}
