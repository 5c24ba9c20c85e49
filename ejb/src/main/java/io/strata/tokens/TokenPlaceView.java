package io.strata.tokens;

import io.strata.common.RequiredFields;
import io.strata.graph.NodeReference;
import java.util.UUID;

/**
 * A place to which a token reaches.
 *
 * @param nodeId where the part of the tree begins; {@code null} for the whole workspace
 * @param node the same, if the reader sees it
 */
@RequiredFields(allBut = {"nodeId", "node"})
public record TokenPlaceView(UUID workspaceId, String workspaceName, UUID nodeId, NodeReference node) {}
