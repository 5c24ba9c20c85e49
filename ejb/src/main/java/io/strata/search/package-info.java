/**
 * Searching: one row for each thing that can be found, in PostgreSQL ({@code search_entry}), written in the transaction that
 * changes the thing. What PostgreSQL owns is followed by triggers; what the graph owns is written through {@link
 * io.strata.search.SearchIndex} by the feature that owns it, so this package knows none of them. Who may find what is decided
 * inside the query. The way in is {@link io.strata.search.SearchService}.
 */
package io.strata.search;
