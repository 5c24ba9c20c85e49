package io.strata.content;

import java.util.List;

/**
 * What the database answers about a node.
 *
 * @param readable whether the caller may read comments
 * @param watching whether the caller watches the node
 * @param keys the keys of projects that the caller knows of, among those that the texts name
 */
public record ContentRow(
        String description,
        boolean readable,
        boolean watching,
        List<MentionedActor> mentions,
        List<ReactionView> reactions,
        List<AttachmentView> attachments,
        List<CommentView> comments,
        List<String> keys) {}
