/**
 * Who is calling and what they may do: the caller, roles in workspaces, actions and the policy. The truth is in
 * PostgreSQL. The way in is {@link io.strata.access.Requires} on a service method and {@link io.strata.access.Policy}
 * for the affected workspace; accounts and passwords are {@code accounts}'s.
 */
package io.strata.access;
