/**
 * Groups of people and agents in a workspace. A group may give its members a role there, and rules can be for a group. The
 * truth is in PostgreSQL: {@code actor_group}, {@code actor_group_member}. The way in is
 * {@link io.strata.groups.GroupService}; what groups mean for rights is {@code access}'s ({@code policy_decisions},
 * {@code workspace_role}).
 */
package io.strata.groups;
