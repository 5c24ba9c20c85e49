package io.strata.graph;

import java.util.UUID;

/**
 * A request for a link that begins at a node.
 *
 * @param targetId where it leads
 */
public record CreateLink(LinkType type, UUID targetId) {}
