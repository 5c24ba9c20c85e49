package io.strata.content;

import java.time.Instant;
import java.util.UUID;

/**
 * A comment.
 *
 * @param parentId the comment it answers; {@code null} when it begins a thread
 * @param text markdown; {@code null} when the comment is deleted and only keeps the place of what it was answered with
 */
public record CommentView(
        UUID id,
        UUID nodeId,
        UUID parentId,
        UUID authorId,
        String text,
        boolean deleted,
        Instant createdAt,
        Instant updatedAt) {}
