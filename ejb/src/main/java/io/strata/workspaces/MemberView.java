package io.strata.workspaces;

import io.strata.access.Role;
import java.util.UUID;

/** Somebody who belongs to a workspace. */
public record MemberView(UUID actorId, String handle, String displayName, Role role) {}
