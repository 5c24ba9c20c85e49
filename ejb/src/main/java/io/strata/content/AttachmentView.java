package io.strata.content;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that hangs on a node or a comment.
 *
 * @param commentId {@code null} when it hangs on the node itself
 * @param mimeType what its bytes are
 * @param sha256 of its bytes, in hexadecimal
 */
public record AttachmentView(
        UUID id,
        UUID nodeId,
        UUID commentId,
        UUID ownerId,
        String fileName,
        String mimeType,
        long sizeBytes,
        String sha256,
        Instant createdAt) {}
