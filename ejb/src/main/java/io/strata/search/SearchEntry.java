package io.strata.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the graph says of a thing that can be found. Its description, and the zone of the rules that it is in, are known to
 * the database.
 *
 * @param parentId what a node hangs under; {@code null} when that is as it was
 * @param trashed whether it is in the trash, so that nobody finds it
 * @param shortId {@code null} for cycles, as what follows the title
 */
public record SearchEntry(
        UUID id,
        EntryKind kind,
        UUID workspaceId,
        UUID projectId,
        UUID parentId,
        boolean trashed,
        String shortId,
        String title,
        List<String> labels,
        String status,
        UUID assigneeId,
        Instant updatedAt) {}
