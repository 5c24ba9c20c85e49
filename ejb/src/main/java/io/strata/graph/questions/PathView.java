package io.strata.graph.questions;

import io.strata.common.RequiredFields;
import io.strata.graph.NodeReference;
import java.util.List;

/**
 * A shortest way between two nodes.
 *
 * @param nodes from the one to the other; empty when no way leads there
 * @param edges between each node and the next, whichever way they point
 */
@RequiredFields(allBut = {})
public record PathView(List<NodeReference> nodes, List<GraphEdge> edges) {}
