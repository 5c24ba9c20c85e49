package io.strata.views;

/** What to change about a view; what is {@code null} stays as it is. */
public record ViewChanges(String name, Boolean shared, ViewDefinition definition) {}
