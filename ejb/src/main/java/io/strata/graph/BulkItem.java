package io.strata.graph;

import io.strata.common.RequiredFields;
import java.util.UUID;

/**
 * A part of a bulk change.
 *
 * @param node the node by id or short id, for all but creations
 * @param create for creations
 * @param changes for patches
 * @param parentId for moves
 */
@RequiredFields("op")
public record BulkItem(BulkOperation op, String node, CreateNode create, NodeChanges changes, UUID parentId) {}
