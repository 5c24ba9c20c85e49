package io.strata.search;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A thing that was found.
 *
 * @param shortId of a node; of a project its key
 * @param title empty for comments
 * @param titleHtml the title with the hits in {@code mark}, as HTML with no other element
 * @param snippet where else it was found, in the same form; {@code null} when nothing is written there
 * @param status {@code null} for what has none
 * @param node what a comment or a document hangs on; {@code null} for others
 */
@RequiredFields({"kind", "id", "title", "workspaceId", "updatedAt"})
public record SearchHit(
        EntryKind kind,
        UUID id,
        String shortId,
        String title,
        String titleHtml,
        String snippet,
        UUID workspaceId,
        UUID projectId,
        String status,
        List<String> labels,
        UUID assigneeId,
        Place node,
        Instant updatedAt) {

    /** The node that something hangs on. */
    @RequiredFields("id")
    public record Place(UUID id, String shortId, String title) {}
}
