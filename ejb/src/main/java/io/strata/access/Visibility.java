package io.strata.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The nodes with which a caller may do one thing, as a condition that a question to the graph carries: what is not
 * allowed is never found, rather than found and dropped.
 *
 * @param everything whether nothing is closed to the caller
 * @param workspaces that are open, save for hidden zones
 * @param hidden zones in these workspaces that rules close
 * @param granted zones of other workspaces that rules open
 */
public record Visibility(boolean everything, List<String> workspaces, List<String> hidden, List<String> granted) {

    private static final String CONDITION = """
            ($%2$s_all OR coalesce(%1$s.zone_id IN $%2$s_zones, false)
              OR (%1$s.workspace_id IN $%2$s_workspaces AND NOT coalesce(%1$s.zone_id IN $%2$s_not_zones, false)))
            """.strip();

    /** How the parameters of what may be read begin, and those of what else is asked for. */
    static final String READING = "may";

    static final String ACTING = "act";

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
        return CONDITION.formatted(variable, READING);
    }

    /** As {@link #of}, for the second thing that {@link Rights} ask about. */
    static String acting(String variable) {
        return CONDITION.formatted(variable, ACTING);
    }

    /** The parameters of a question together with those that the condition needs. */
    public Map<String, Object> with(Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        addTo(all, READING);
        return all;
    }

    void addTo(Map<String, Object> parameters, String prefix) {
        parameters.put(prefix + "_all", everything);
        parameters.put(prefix + "_workspaces", workspaces);
        parameters.put(prefix + "_not_zones", hidden);
        parameters.put(prefix + "_zones", granted);
    }

    /** Whether a thing is within. */
    public boolean allows(UUID workspaceId, UUID zoneId) {
        if (everything) {
            return true;
        }
        String zone = zoneId == null ? null : zoneId.toString();
        return zone != null && granted.contains(zone)
                || workspaces.contains(workspaceId.toString()) && (zone == null || !hidden.contains(zone));
    }

    /** Whether a workspace is open, what rules for parts of it say aside. */
    public boolean allows(UUID workspaceId) {
        return everything || workspaces.contains(workspaceId.toString());
    }

    /** Whether there is nothing within. */
    public boolean isNothing() {
        return !everything && workspaces.isEmpty() && granted.isEmpty();
    }
}
