package io.strata.groups;

import io.strata.access.Role;
import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.UUID;

/**
 * A group as its workspace sees it.
 *
 * @param role what its members are in the workspace at least; {@code null} when the group gives no role
 * @param members how many there are
 */
@RequiredFields(allBut = {"description", "role"})
public record GroupView(
        UUID id,
        UUID workspaceId,
        String name,
        String description,
        Role role,
        long members,
        Instant createdAt,
        Instant updatedAt) {}
