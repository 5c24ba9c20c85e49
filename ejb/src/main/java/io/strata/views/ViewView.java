package io.strata.views;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.UUID;

/**
 * A saved view as a caller sees it.
 *
 * @param projectId {@code null} when it is over all projects of the workspace
 * @param shared whether whoever sees the project or the workspace sees it
 * @param favourite whether the caller has put it on top
 */
@RequiredFields(allBut = "projectId")
public record ViewView(
        UUID id,
        UUID workspaceId,
        UUID projectId,
        UUID ownerId,
        String name,
        boolean shared,
        boolean favourite,
        ViewDefinition definition,
        Instant createdAt,
        Instant updatedAt) {}
