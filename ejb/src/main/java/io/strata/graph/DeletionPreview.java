package io.strata.graph;

import java.util.List;

/**
 * What a deletion would put into the trash.
 *
 * @param total how many nodes
 * @param nodes the first thousand in the order of their making
 */
public record DeletionPreview(long total, List<NodeReference> nodes) {}
