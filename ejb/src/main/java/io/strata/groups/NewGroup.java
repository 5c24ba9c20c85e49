package io.strata.groups;

import io.strata.access.Role;
import io.strata.common.RequiredFields;

/**
 * A group to be made.
 *
 * @param description what it is for; may be absent
 * @param role what its members are in the workspace at least; {@code null} when the group gives no role
 */
@RequiredFields("name")
public record NewGroup(String name, String description, Role role) {}
