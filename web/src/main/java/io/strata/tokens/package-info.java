/** The {@code tokens} feature over HTTP and as screens. */
package io.strata.tokens;
