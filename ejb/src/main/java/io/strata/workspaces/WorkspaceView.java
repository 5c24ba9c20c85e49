package io.strata.workspaces;

import io.strata.access.Role;
import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.UUID;

/**
 * A workspace as a caller sees it.
 *
 * @param role what the caller is there
 */
@RequiredFields(allBut = "role")
public record WorkspaceView(UUID id, String name, Role role, Instant createdAt, Instant updatedAt) {}
