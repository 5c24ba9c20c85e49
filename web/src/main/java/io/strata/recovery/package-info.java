/** Transactions in doubt and recovered, over HTTP and on a screen. */
package io.strata.recovery;
