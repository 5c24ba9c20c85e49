/** The {@code audit} feature over HTTP. */
package io.strata.audit;
