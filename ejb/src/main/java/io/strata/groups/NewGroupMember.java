package io.strata.groups;

import java.util.UUID;

/**
 * Who shall be in a group.
 *
 * @param handle the actor's; may be absent when there is an id
 */
public record NewGroupMember(UUID actorId, String handle) {}
