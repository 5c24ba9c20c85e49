package io.strata.workspaces;

import io.strata.access.Role;
import io.strata.common.RequiredFields;
import java.util.UUID;

/** Somebody who belongs to a workspace. */
@RequiredFields(allBut = {})
public record MemberView(UUID actorId, String handle, String displayName, Role role) {}
