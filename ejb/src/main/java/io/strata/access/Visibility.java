package io.strata.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes with which a caller may do one thing, as a condition that a question to the graph carries: what is not
 * allowed is never found, rather than found and dropped.
 *
 * @param everything whether nothing is closed to the caller
 * @param workspaces where the caller's role allows it, save in hidden zones
 * @param hidden zones in these workspaces that rules close
 * @param granted zones of any workspace that rules open
 */
public record Visibility(boolean everything, List<String> workspaces, List<String> hidden, List<String> granted) {

    private static final String CONDITION = """
            ($may_all OR coalesce(%1$s.zone_id IN $may_zones, false)
              OR (%1$s.workspace_id IN $may_workspaces AND NOT coalesce(%1$s.zone_id IN $may_not_zones, false)))
            """.strip();

    /** For whom nothing is closed. */
    static Visibility ofEverything() {
        return new Visibility(true, List.of(), List.of(), List.of());
    }

    /**
     * The condition on a node in Cypher; its parameters are those of {@link #with}.
     *
     * @param variable the node's name in the question
     */
    public static String of(String variable) {
        return CONDITION.formatted(variable);
    }

    /** The parameters of a question together with those that the condition needs. */
    public Map<String, Object> with(Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("may_all", everything);
        all.put("may_workspaces", workspaces);
        all.put("may_not_zones", hidden);
        all.put("may_zones", granted);
        return all;
    }
}
