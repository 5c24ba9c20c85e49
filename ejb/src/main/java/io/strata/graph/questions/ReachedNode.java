package io.strata.graph.questions;

import io.strata.common.RequiredFields;
import io.strata.graph.NodeReference;
import java.util.UUID;

/**
 * A node that was reached from another.
 *
 * @param distance over how many edges at least
 * @param viaId the node before it on such a way
 */
@RequiredFields(allBut = "viaId")
public record ReachedNode(NodeReference node, int distance, UUID viaId) {}
