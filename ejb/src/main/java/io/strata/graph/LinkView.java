package io.strata.graph;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A link, seen from one of its ends.
 *
 * @param layer 2 for work, 3 for code
 * @param node the other end
 * @param source manual or inferred, in the layer of code; {@code null} otherwise
 * @param createdBy {@code null} for inferred links
 */
@RequiredFields(allBut = {"source", "createdBy", "createdAt"})
public record LinkView(
        LinkType type,
        int layer,
        LinkDirection direction,
        NodeReference node,
        String source,
        UUID createdBy,
        Instant createdAt) {

    static LinkView of(Map<?, ?> row) {
        LinkType type = LinkType.valueOf((String) row.get("type"));
        String createdBy = (String) row.get("created_by");
        String createdAt = (String) row.get("created_at");
        return new LinkView(
                type,
                type.layer(),
                (Boolean) row.get("outgoing") ? LinkDirection.OUTGOING : LinkDirection.INCOMING,
                NodeReference.of((Map<?, ?>) row.get("node")),
                (String) row.get("source"),
                createdBy == null ? null : UUID.fromString(createdBy),
                createdAt == null ? null : Instant.parse(createdAt));
    }
}
