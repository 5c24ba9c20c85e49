package io.strata.policies;

import io.strata.access.Action;
import io.strata.access.Role;
import io.strata.access.ZoneReach;
import io.strata.common.RequiredFields;
import io.strata.graph.NodeReference;
import java.time.Instant;
import java.util.UUID;

/**
 * A rule as its reader sees it.
 *
 * @param actorId whom it is for; {@code null} when it is for a group or a role
 * @param groupId for which group it is; {@code null} when it is for an actor or a role
 * @param node where it begins; {@code null} when it is for the whole workspace, or the node has gone
 * @param reach how far it reaches from there; {@code null} when it is for the whole workspace
 */
@RequiredFields(allBut = {"actorId", "actorHandle", "groupId", "groupName", "role", "reach", "node", "reason"})
public record RuleView(
        UUID id,
        UUID workspaceId,
        UUID actorId,
        String actorHandle,
        UUID groupId,
        String groupName,
        Role role,
        Action action,
        Effect effect,
        ZoneReach reach,
        NodeReference node,
        String reason,
        UUID createdBy,
        Instant createdAt) {}
