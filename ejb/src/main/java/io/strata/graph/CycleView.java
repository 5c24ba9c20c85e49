package io.strata.graph;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * A stretch of time for which issues are planned.
 *
 * @param startDate its first day
 * @param endDate its last day
 */
@RequiredFields(allBut = {})
public record CycleView(
        UUID id,
        UUID projectId,
        UUID workspaceId,
        String name,
        LocalDate startDate,
        LocalDate endDate,
        Instant createdAt,
        Instant updatedAt) {

    static CycleView of(Map<?, ?> row) {
        return new CycleView(
                UUID.fromString((String) row.get("id")),
                UUID.fromString((String) row.get("project_id")),
                UUID.fromString((String) row.get("workspace_id")),
                (String) row.get("name"),
                LocalDate.parse((String) row.get("start_date")),
                LocalDate.parse((String) row.get("end_date")),
                Instant.parse((String) row.get("created_at")),
                Instant.parse((String) row.get("updated_at")));
    }

    CycleView with(CycleRequest change) {
        return new CycleView(
                id,
                projectId,
                workspaceId,
                change.name() == null ? name : change.name().strip(),
                change.startDate() == null ? startDate : change.startDate(),
                change.endDate() == null ? endDate : change.endDate(),
                createdAt,
                updatedAt);
    }
}
