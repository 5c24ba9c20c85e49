/**
 * What people write about the nodes of the graph: descriptions, comments with their mentions and reactions. The truth is
 * in PostgreSQL, under the node's id; titles and other light properties are the graph's, which shows its nodes to what is
 * written about them through {@link io.strata.content.CommentedNodes}. Everything about one node is read by
 * {@link io.strata.content.ContentRows} in one question. The ways in are {@link io.strata.content.CommentService},
 * {@link io.strata.content.ReactionService} and {@link io.strata.content.MentionService}; how a text becomes HTML is said
 * in {@code markdown}.
 */
package io.strata.content;
