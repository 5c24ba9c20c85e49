/**
 * What people write about the nodes of the graph: descriptions, comments with their mentions and reactions, and the
 * files that hang on both. The truth is in PostgreSQL, under the node's id, and the bytes are in the object store; titles and other light properties are the graph's, which shows its nodes to what is
 * written about them through {@link io.strata.content.CommentedNodes}. Everything about one node is read by
 * {@link io.strata.content.ContentRows} in one question. The ways in are {@link io.strata.content.CommentService},
 * {@link io.strata.content.ReactionService}, {@link io.strata.content.MentionService},
 * {@link io.strata.content.AttachmentUpload}, {@link io.strata.content.AttachmentService} and
 * {@link io.strata.content.WatcherService}; how a text becomes HTML is said
 * in {@code markdown}.
 */
package io.strata.content;
