package io.strata.content;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What something hangs on.
 *
 * @param node the node, or that of the comment
 * @param commentId {@code null} when it is the node itself
 */
record Place(CommentedNode node, UUID commentId) {

    /** The id of what it is. */
    UUID subjectId() {
        return commentId == null ? node.id() : commentId;
    }

    /** What events about it say of it. */
    Map<String, Object> data() {
        Map<String, Object> data = new HashMap<>();
        data.put("node_id", node.id().toString());
        data.put("short_id", node.shortId());
        data.put("title", node.title());
        if (commentId != null) {
            data.put("comment_id", commentId.toString());
        }
        return data;
    }
}
