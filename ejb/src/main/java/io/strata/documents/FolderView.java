package io.strata.documents;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.UUID;

/**
 * A folder as callers see it.
 *
 * @param parentId {@code null} at the top of the workspace
 */
@RequiredFields(allBut = "parentId")
public record FolderView(
        UUID id, UUID workspaceId, UUID parentId, String name, UUID createdBy, Instant createdAt, Instant updatedAt) {}
