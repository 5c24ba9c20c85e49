package io.strata.groups;

import io.strata.common.RequiredFields;
import java.util.UUID;

/**
 * Somebody in a group.
 *
 * @param kind {@code user} for a person, {@code agent} for an agent
 */
@RequiredFields(allBut = {})
public record GroupMemberView(UUID actorId, String handle, String displayName, String kind) {}
