/**
 * Holds the repository's documents against the code: the compose file against its schema and the settings, the table of
 * settings against what reads them, the README against the tour, and the tour against a running server.
 */
package io.strata.documentation;
