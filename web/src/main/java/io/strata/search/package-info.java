/** Searching over HTTP. */
package io.strata.search;
