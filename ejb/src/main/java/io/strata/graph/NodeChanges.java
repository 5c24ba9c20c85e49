package io.strata.graph;

import io.strata.common.LowerCaseEnumAdapter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What to change about a node; what is {@code null} stays as it is.
 *
 * @param unassign whether nobody shall be assigned any more
 * @param clear the names of what shall be taken away: assignee_id, estimate, due_date, cycle_id
 */
public record NodeChanges(
        String title,
        String description,
        String status,
        List<String> labels,
        UUID assigneeId,
        boolean unassign,
        Priority priority,
        Double estimate,
        LocalDate dueDate,
        UUID cycleId,
        List<String> clear) {

    /** What can be taken away. */
    static final Set<String> CLEARABLE = Set.of("assignee_id", "estimate", "due_date", "cycle_id");

    /** Another status and nothing else. */
    public static NodeChanges ofStatus(String status) {
        return of(status, null, false);
    }

    /** Somebody is assigned, and perhaps another status is set: {@code null} keeps the one there is. */
    public static NodeChanges ofAssignment(UUID assigneeId, String status) {
        return of(status, assigneeId, false);
    }

    /** Nobody is assigned any more if that is wanted, and perhaps another status is set. */
    public static NodeChanges ofReturn(boolean unassign, String status) {
        return of(status, null, unassign);
    }

    private static NodeChanges of(String status, UUID assigneeId, boolean unassign) {
        return new NodeChanges(null, null, status, null, assigneeId, unassign, null, null, null, null, null);
    }

    /** Whether what is allowed depends on what is set in the project. */
    boolean dependOnProject() {
        return status != null || cycleId != null;
    }

    /** The light properties in the form that the graph keeps; those to be taken away are {@code null}. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        if (unassign) {
            properties.put("assignee_id", null);
        }
        if (clear != null) {
            clear.forEach(name -> properties.put(name, null));
        }
        put(properties, "title", title == null ? null : title.strip());
        put(properties, "status", status);
        put(properties, "labels", labels);
        put(properties, "assignee_id", assigneeId == null ? null : assigneeId.toString());
        put(properties, "priority", priority == null ? null : LowerCaseEnumAdapter.write(priority));
        put(properties, "estimate", estimate);
        put(properties, "due_date", dueDate == null ? null : dueDate.toString());
        put(properties, "cycle_id", cycleId == null ? null : cycleId.toString());
        return properties;
    }

    private static void put(Map<String, Object> properties, String name, Object value) {
        if (value != null) {
            properties.put(name, value);
        }
    }
}
