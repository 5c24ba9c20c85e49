package io.strata.graph.questions;

import io.strata.common.RequiredFields;
import io.strata.graph.NodeReference;
import java.util.List;

/**
 * What is near a node.
 *
 * @param items the nearest first
 * @param edges the edges of the chosen layers between the node and the items, and among these
 * @param truncated whether there are more nodes or edges than were asked for
 */
@RequiredFields(allBut = {})
public record NeighboursView(NodeReference node, List<ReachedNode> items, List<GraphEdge> edges, boolean truncated) {}
