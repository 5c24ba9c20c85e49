package io.strata.graph;

import io.strata.common.RequiredFields;

/**
 * One of the things that an issue of a project can be.
 *
 * @param name unique in the project
 */
@RequiredFields(allBut = {})
public record WorkflowStatus(String name, StatusCategory category) {}
