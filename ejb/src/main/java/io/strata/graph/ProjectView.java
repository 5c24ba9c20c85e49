package io.strata.graph;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A project as callers see it.
 *
 * @param key what its short ids begin with
 * @param rootId the component that everything in it hangs under
 * @param statuses what its issues can be, in order
 */
@RequiredFields(allBut = {})
public record ProjectView(
        UUID id,
        UUID workspaceId,
        String key,
        String name,
        UUID rootId,
        List<String> statuses,
        Instant createdAt,
        Instant updatedAt) {}
