package io.strata.policies;

import io.strata.access.Action;
import io.strata.access.Role;
import io.strata.access.ZoneReach;
import io.strata.common.RequiredFields;
import java.util.UUID;

/**
 * A rule to be made: for an actor, for a group or for a role, and never for two of them.
 *
 * @param actorHandle names the actor instead of {@code actorId}
 * @param nodeId a node's id or short id; {@code null} for the whole workspace
 * @param reach how far from the node; the subtree when it is {@code null}
 * @param reason for whoever wonders later
 */
@RequiredFields({"action", "effect"})
public record CreateRule(
        UUID actorId,
        String actorHandle,
        UUID groupId,
        Role role,
        Action action,
        Effect effect,
        String nodeId,
        ZoneReach reach,
        String reason) {}
