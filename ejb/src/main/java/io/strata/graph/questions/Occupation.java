package io.strata.graph.questions;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who is busy with what, from the point of view of somebody who looks for work.
 *
 * @param seeker who looks
 * @param taken issues that others work on now
 * @param abandoned issues that somebody did not end their work on in time, and who that was: while they are assigned to
 *     that one, they are as free as if they were assigned to nobody
 */
public record Occupation(UUID seeker, List<UUID> taken, Map<UUID, UUID> abandoned) {

    /** That an issue is free, as a condition in Cypher. */
    static String isFree(String variable) {
        return """
                NOT %1$s.id IN $taken AND (%1$s.assignee_id IS NULL OR %1$s.assignee_id = $seeker
                  OR coalesce($abandoned[%1$s.id] = %1$s.assignee_id, false))
                """.formatted(variable).stripTrailing();
    }

    void addTo(Map<String, Object> parameters) {
        Map<String, String> leftBy = new HashMap<>();
        abandoned.forEach((issue, actor) -> leftBy.put(issue.toString(), actor.toString()));
        parameters.put("seeker", seeker.toString());
        parameters.put("taken", texts(taken));
        parameters.put("abandoned", leftBy);
    }

    private static List<String> texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }
}
