package io.strata.content;

import io.strata.common.Page;
import java.util.List;

/**
 * What people have written about a node, in one answer.
 *
 * @param description markdown
 * @param descriptionHtml the same as HTML that is safe in a page
 * @param mentions who is mentioned in the description
 * @param comments the first of them in the order of their making; {@code null} when the caller may not read them
 * @param reactions to the node itself
 * @param attachments the files that hang on the node itself
 * @param watching whether the caller watches the node
 */
public record ContentView(
        String description,
        String descriptionHtml,
        List<MentionedActor> mentions,
        Page<CommentView> comments,
        List<ReactionView> reactions,
        List<AttachmentView> attachments,
        boolean watching) {

    /** Of a node about which there is nothing. */
    static final ContentView EMPTY = new ContentView("", "", List.of(), null, List.of(), List.of(), false);
}
