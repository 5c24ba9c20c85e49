/**
 * The rules of workspaces: making and removing them, and saying why somebody may or may not do something. The truth is in
 * PostgreSQL; which nodes a rule reaches is kept with the nodes ({@link io.strata.graph.NodeZones}). The decision itself is
 * {@link io.strata.access.Policy}'s.
 */
package io.strata.policies;
