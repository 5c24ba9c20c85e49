package io.strata.graph;

/**
 * What came back from the trash.
 *
 * @param restored how many nodes
 */
public record Restoration(long restored) {}
