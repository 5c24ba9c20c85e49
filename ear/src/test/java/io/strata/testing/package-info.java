/**
 * What the integration tests share: one running Strata for the whole build, a client of its API, the stores behind it,
 * and builders that make a small world of a test's own in one line.
 */
package io.strata.testing;
