package io.strata.graph;

import io.strata.common.RequiredFields;

/**
 * What came back from the trash.
 *
 * @param restored how many nodes
 */
@RequiredFields(allBut = {})
public record Restoration(long restored) {}
