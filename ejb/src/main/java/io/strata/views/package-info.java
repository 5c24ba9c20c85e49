/**
 * Saved views: lists of nodes that people keep and share. A view is what {@link io.strata.graph.NodeFilter} wants, how it is
 * sorted, and how a client shows it; running one is asking for that list as the caller, so a shared view shows to each
 * person what they may see. The truth is in PostgreSQL; the way in is {@link io.strata.views.ViewService}.
 */
package io.strata.views;
