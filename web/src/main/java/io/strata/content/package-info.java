/** The {@code content} feature over HTTP. */
package io.strata.content;
