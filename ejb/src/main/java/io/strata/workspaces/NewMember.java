package io.strata.workspaces;

import io.strata.access.Role;
import java.util.UUID;

/**
 * Who shall belong to a workspace.
 *
 * @param handle the actor's; may be absent when there is an id
 */
public record NewMember(UUID actorId, String handle, Role role) {}
