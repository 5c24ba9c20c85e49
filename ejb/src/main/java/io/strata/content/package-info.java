/**
 * What people write about the nodes of the graph. The truth is in PostgreSQL, under the node's id. Comments and
 * attachments belong here as well; titles and other light properties are the graph's.
 */
package io.strata.content;
