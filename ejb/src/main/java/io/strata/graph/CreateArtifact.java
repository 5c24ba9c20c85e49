package io.strata.graph;

/**
 * A request for a link or an embedded page.
 *
 * @param kind what is wanted; {@code null} means a link
 * @param title {@code null} means the address
 */
public record CreateArtifact(ArtifactKind kind, String url, String title) {}
