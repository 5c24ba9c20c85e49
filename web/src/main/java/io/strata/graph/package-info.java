/** The {@code graph} feature over HTTP. */
package io.strata.graph;
