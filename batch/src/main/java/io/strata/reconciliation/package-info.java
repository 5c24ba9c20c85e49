/**
 * The job that finds where the stores disagree, and its schedule. What it looks for and when it believes it is in the
 * services' half of the feature.
 */
package io.strata.reconciliation;
