/** Saved views over HTTP, and their screen. */
package io.strata.views;
