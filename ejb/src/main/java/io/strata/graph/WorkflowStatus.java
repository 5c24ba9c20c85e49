package io.strata.graph;

/**
 * One of the things that an issue of a project can be.
 *
 * @param name unique in the project
 */
public record WorkflowStatus(String name, StatusCategory category) {}
