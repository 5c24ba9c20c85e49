/** The {@code imports} feature over HTTP. */
package io.strata.imports;
