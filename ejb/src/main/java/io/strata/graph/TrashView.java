package io.strata.graph;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A node that was deleted with all that was below it.
 *
 * @param trashedBy who deleted it
 * @param count how many nodes the deletion took, this one among them
 * @param restorable whether it can be restored now; not while its parent is in the trash itself
 * @param deletionId the deletion itself; the later, the greater
 */
@RequiredFields(allBut = "status")
public record TrashView(
        UUID id,
        NodeKind kind,
        String shortId,
        String title,
        String status,
        Instant trashedAt,
        UUID trashedBy,
        long count,
        boolean restorable,
        UUID deletionId) {

    static TrashView of(Map<String, Object> row) {
        Map<?, ?> properties = (Map<?, ?>) row.get("node");
        NodeReference node = NodeReference.of(properties);
        return new TrashView(
                node.id(),
                node.kind(),
                node.shortId(),
                node.title(),
                node.status(),
                Instant.parse((String) properties.get("trashed_at")),
                UUID.fromString((String) properties.get("trashed_by")),
                (Long) properties.get("trashed_count"),
                (Boolean) row.get("restorable"),
                UUID.fromString((String) properties.get("trash_id")));
    }
}
