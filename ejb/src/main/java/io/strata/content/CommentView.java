package io.strata.content;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A comment with everything on it.
 *
 * @param parentId the comment it answers; {@code null} when it begins a thread
 * @param text markdown; {@code null} when the comment is deleted and only keeps the place of what it was answered with
 * @param textHtml the same as HTML that is safe in a page
 * @param resolvedAt since when its thread is settled; {@code null} when it is not
 * @param resolvedBy who settled it
 * @param mentions who is mentioned in it
 * @param reactions what others think of it, each kind with its count
 * @param attachments the files that hang on it
 */
@RequiredFields(allBut = {"parentId", "authorId", "text", "textHtml", "resolvedAt", "resolvedBy"})
public record CommentView(
        UUID id,
        UUID nodeId,
        UUID parentId,
        UUID authorId,
        String text,
        String textHtml,
        boolean deleted,
        Instant resolvedAt,
        UUID resolvedBy,
        List<MentionedActor> mentions,
        List<ReactionView> reactions,
        List<AttachmentView> attachments,
        Instant createdAt,
        Instant updatedAt) {

    CommentView withHtml(String html) {
        return new CommentView(
                id,
                nodeId,
                parentId,
                authorId,
                text,
                html,
                deleted,
                resolvedAt,
                resolvedBy,
                mentions,
                reactions,
                attachments,
                createdAt,
                updatedAt);
    }
}
