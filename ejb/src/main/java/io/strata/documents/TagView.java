package io.strata.documents;

/**
 * A tag of a workspace's documents.
 *
 * @param documents how many have it
 */
public record TagView(String tag, long documents) {}
