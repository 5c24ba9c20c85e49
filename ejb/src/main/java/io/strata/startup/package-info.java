/**
 * What happens when the server starts: the stores' schemas are brought up to date, the transaction manager learns where
 * the graph's markers are, and the first administrator is made.
 */
package io.strata.startup;
