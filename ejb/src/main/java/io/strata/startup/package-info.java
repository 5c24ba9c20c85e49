/**
 * What happens when the server starts: the stores' schemas are brought up to date, the transaction manager learns where
 * the graph's markers are, the first administrator is made, and a search that is new learns what is in the graph.
 */
package io.strata.startup;
