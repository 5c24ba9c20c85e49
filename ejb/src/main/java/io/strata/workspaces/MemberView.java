package io.strata.workspaces;

import io.strata.access.Role;
import io.strata.common.RequiredFields;
import java.util.UUID;

/**
 * Somebody who belongs to a workspace.
 *
 * @param role the most that their membership and their groups give
 * @param kind {@code user} for a person, {@code agent} for an agent
 * @param group the name of the group that gives the role; {@code null} when their own membership does
 */
@RequiredFields(allBut = "group")
public record MemberView(UUID actorId, String handle, String displayName, Role role, String kind, String group) {

    /** Somebody whose own membership gives the role. */
    public MemberView(UUID actorId, String handle, String displayName, Role role, String kind) {
        this(actorId, handle, displayName, role, kind, null);
    }

    /** The same with another role. */
    MemberView as(Role newRole) {
        return new MemberView(actorId, handle, displayName, newRole, kind);
    }

    boolean isAgent() {
        return kind.equals("agent");
    }
}
