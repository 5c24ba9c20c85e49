package io.strata.workspaces;

import io.strata.access.Role;
import io.strata.common.RequiredFields;
import java.util.UUID;

/**
 * Who shall belong to a workspace.
 *
 * @param handle the actor's; may be absent when there is an id
 */
@RequiredFields("role")
public record NewMember(UUID actorId, String handle, Role role) {}
