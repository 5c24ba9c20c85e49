package io.strata.graph.questions;

import io.strata.common.RequiredFields;
import io.strata.graph.NodeReference;
import java.util.List;

/**
 * A part of what hangs below a node, each node before what hangs below it and siblings in the order of their making.
 *
 * @param root the node that was asked about
 * @param edges those of the chosen layers that begin at the root, on the first page, or at one of the items, and end
 *     anywhere in the subtree
 * @param edgesTruncated whether there are more of them
 * @param nextCursor asks for what follows; {@code null} at the end
 */
@RequiredFields(allBut = "nextCursor")
public record SubtreeView(
        NodeReference root, List<SubtreeRow> items, List<GraphEdge> edges, boolean edgesTruncated, String nextCursor) {}
