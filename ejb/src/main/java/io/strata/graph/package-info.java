/**
 * The work graph: projects, components, issues and the edges between them. Neo4j owns topology and light properties;
 * descriptions and comments are {@code content}'s, and a project's key and settings are rows in PostgreSQL. The way in is
 * {@link io.strata.graph.ProjectService} and {@link io.strata.graph.NodeService}; {@link io.strata.graph.TreeService},
 * {@link io.strata.graph.TrashService} and {@link io.strata.graph.LinkService} change the structure,
 * {@link io.strata.graph.ArtifactService} hangs links on nodes,
 * {@link io.strata.graph.NodeHistoryService} tells what became of them, {@link io.strata.graph.WorkflowService} says what issues can be, {@link io.strata.graph.CycleService} when they are
 * planned, and {@code questions} asks about all of it.
 *
 * <p>A node in the trash has the label {@code :Trashed} in place of {@code :Node} and keeps everything else, its edges
 * too. So whoever asks for {@code :Node}, at both ends of an edge, never sees the trash.
 */
package io.strata.graph;
