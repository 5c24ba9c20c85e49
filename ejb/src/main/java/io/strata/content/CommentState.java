package io.strata.content;

import java.time.Instant;
import java.util.UUID;

/**
 * A comment as it is kept, without what others have made of it.
 *
 * @param parentId the comment it answers; {@code null} when it begins a thread
 * @param text markdown; {@code null} when the comment is deleted and only keeps the place of what it was answered with
 * @param resolvedAt since when its thread is settled; {@code null} when it is not
 * @param resolvedBy who settled it
 */
public record CommentState(
        UUID id,
        UUID nodeId,
        UUID parentId,
        UUID authorId,
        String text,
        boolean deleted,
        Instant resolvedAt,
        UUID resolvedBy,
        Instant createdAt,
        Instant updatedAt) {}
