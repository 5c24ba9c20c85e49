/** The {@code policies} feature over HTTP. */
package io.strata.policies;
