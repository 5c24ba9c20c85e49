/**
 * Workspaces, the outermost boundary of rights. The truth is in PostgreSQL. The way in is
 * {@link io.strata.workspaces.WorkspaceService}; who belongs to one is {@code access}'s.
 */
package io.strata.workspaces;
