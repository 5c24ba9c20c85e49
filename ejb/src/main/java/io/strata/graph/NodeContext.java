package io.strata.graph;

import java.util.List;

/**
 * A node with everything about it.
 *
 * @param description markdown
 * @param path the ancestors from the root down to the parent
 * @param children the first hundred children in the order of their making
 * @param childCount how many children there are
 * @param links the first hundred links to other nodes, in both directions
 */
public record NodeContext(
        NodeView node,
        String description,
        List<NodeReference> path,
        List<NodeReference> children,
        long childCount,
        List<ArtifactView> artifacts,
        List<LinkView> links) {}
