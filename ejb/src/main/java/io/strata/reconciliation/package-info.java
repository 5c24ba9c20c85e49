/**
 * Finds where the stores disagree. A pass walks two stores side by side in the order of their keys, in constant memory,
 * from checkpoint to checkpoint; what looks wrong is read again once no transaction is between its two commits, and only
 * then stored, once, as a finding. Findings that are gone resolve themselves.
 *
 * <p>Truth: {@code reconciliation_finding} in PostgreSQL. Ways in: {@link io.strata.reconciliation.FindingService} for
 * people, {@link io.strata.reconciliation.Reconciliation} for the job in module {@code batch}. Nothing here changes a
 * store it compares.
 */
package io.strata.reconciliation;
