package io.strata.graph;

import io.strata.common.Page;
import io.strata.common.RequiredFields;
import io.strata.content.AttachmentView;
import io.strata.content.CommentView;
import io.strata.content.MentionedActor;
import io.strata.content.ReactionView;
import java.util.List;

/**
 * A node with everything about it.
 *
 * @param description markdown
 * @param descriptionHtml the same as HTML that is safe in a page
 * @param mentions who is mentioned in the description
 * @param path the ancestors from the root down to the parent
 * @param children the first hundred children in the order of their making
 * @param childCount how many children there are
 * @param links the first hundred links to other nodes, in both directions
 * @param comments the first fifty comments, with the cursor for more; {@code null} when the caller may not read them
 * @param reactions what people think of the node itself
 * @param attachments the files that hang on the node itself
 * @param watching whether the caller watches the node
 */
@RequiredFields(allBut = {"description", "descriptionHtml", "comments"})
public record NodeContext(
        NodeView node,
        String description,
        String descriptionHtml,
        List<MentionedActor> mentions,
        List<NodeReference> path,
        List<NodeReference> children,
        long childCount,
        List<ArtifactView> artifacts,
        List<LinkView> links,
        Page<CommentView> comments,
        List<ReactionView> reactions,
        List<AttachmentView> attachments,
        boolean watching) {}
