/** The {@code agents} feature over HTTP. */
package io.strata.agents;
