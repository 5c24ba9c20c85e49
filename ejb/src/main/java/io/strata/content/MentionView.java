package io.strata.content;

import java.time.Instant;
import java.util.UUID;

/**
 * A place where somebody is mentioned.
 *
 * @param shortId the node's; so is the title
 * @param commentId the comment; {@code null} when it is the description of the node
 * @param mentionedBy who wrote it
 * @param handle theirs
 * @param excerpt the beginning of the text, in markdown
 */
public record MentionView(
        long id,
        UUID nodeId,
        String shortId,
        String title,
        UUID commentId,
        UUID mentionedBy,
        String handle,
        String excerpt,
        Instant createdAt) {

    /** In characters. */
    static final int LONGEST_EXCERPT = 300;

    MentionView on(CommentedNode node) {
        return new MentionView(
                id, nodeId, node.shortId(), node.title(), commentId, mentionedBy, handle, excerpt, createdAt);
    }
}
