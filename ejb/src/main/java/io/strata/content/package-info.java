/**
 * What people write about the nodes of the graph: descriptions and comments. The truth is in PostgreSQL, under the node's
 * id. Attachments belong here as well; titles and other light properties are the graph's, which shows its nodes to
 * comments through {@link io.strata.content.CommentedNodes}. The way in is {@link io.strata.content.CommentService}.
 */
package io.strata.content;
