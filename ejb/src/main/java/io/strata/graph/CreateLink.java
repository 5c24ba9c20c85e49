package io.strata.graph;

import io.strata.common.RequiredFields;
import java.util.UUID;

/**
 * A request for a link that begins at a node.
 *
 * @param targetId where it leads
 */
@RequiredFields({"type", "targetId"})
public record CreateLink(LinkType type, UUID targetId) {}
