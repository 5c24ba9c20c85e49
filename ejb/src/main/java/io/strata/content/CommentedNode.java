package io.strata.content;

import java.util.UUID;

/** What a comment needs to know of the node it is about. */
public record CommentedNode(UUID id, String shortId, String title, UUID projectId, UUID workspaceId) {}
