package io.strata.graph;

/** What to change about a link or an embedded page; what is {@code null} stays as it is. */
public record ArtifactChanges(ArtifactKind kind, String url, String title) {}
