/** The {@code accounts} feature over HTTP. */
package io.strata.accounts;
