/**
 * Asks the API for everything that its description says, and for much that it does not, and holds every answer against the
 * description. The generator knows nothing but the description and a few things that exist.
 */
package io.strata.fuzz;
