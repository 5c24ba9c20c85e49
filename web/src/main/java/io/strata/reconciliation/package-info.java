/** What reconciliation has found, over HTTP, for operators. Its runs are executions of a job. */
package io.strata.reconciliation;
