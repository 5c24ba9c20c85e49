/**
 * The work graph: projects, components, issues and the edges between them. Neo4j owns topology and light properties;
 * descriptions are {@code content}'s, and a project's key and settings are rows in PostgreSQL. The way in is
 * {@link io.strata.graph.ProjectService} and {@link io.strata.graph.NodeService}.
 */
package io.strata.graph;
