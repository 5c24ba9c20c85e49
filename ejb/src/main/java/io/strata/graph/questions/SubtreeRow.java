package io.strata.graph.questions;

import io.strata.common.RequiredFields;
import io.strata.graph.NodeReference;
import java.util.UUID;

/**
 * A node below another.
 *
 * @param depth how far below, from 1
 * @param parentId what it hangs under
 * @param leaf whether nothing hangs under it
 */
@RequiredFields(allBut = "parentId")
public record SubtreeRow(NodeReference node, int depth, UUID parentId, boolean leaf) implements SubtreeWalk.Slot {}
