package io.strata.documents;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.UUID;

/** A topic as callers see it. */
@RequiredFields(allBut = {"description", "colour"})
public record TopicView(
        UUID id,
        UUID workspaceId,
        String name,
        String description,
        String colour,
        Instant createdAt,
        Instant updatedAt) {}
