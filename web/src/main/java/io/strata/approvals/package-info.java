/** The {@code approvals} feature over HTTP and on a screen. */
package io.strata.approvals;
