package io.strata.graph;

import io.strata.common.RequiredFields;
import java.util.List;
import java.util.Map;

/**
 * What the workflow of a project shall be.
 *
 * @param statuses in order
 * @param transitions where a status leads; one that is not named leads everywhere
 * @param replacements for statuses that are in use and shall go: what their issues become
 */
@RequiredFields("statuses")
public record WorkflowChange(
        List<WorkflowStatus> statuses, Map<String, List<String>> transitions, Map<String, String> replacements) {

    public WorkflowChange {
        statuses = statuses == null ? List.of() : statuses;
        transitions = transitions == null ? Map.of() : transitions;
        replacements = replacements == null ? Map.of() : replacements;
    }
}
