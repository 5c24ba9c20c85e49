package io.strata.content;

import io.strata.common.RequiredFields;
import java.util.UUID;

/**
 * A request for a comment.
 *
 * @param text markdown
 * @param parentId the comment to answer, on the same node; may be absent
 */
@RequiredFields("text")
public record CreateComment(String text, UUID parentId) {}
