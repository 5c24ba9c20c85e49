/**
 * Finds where the stores disagree, and mends it. A pass walks the stores in the order of their keys, in constant memory,
 * part by part and from checkpoint to checkpoint ({@code Walk}); what looks wrong is looked at again around a moment at
 * which no transaction is between its commits ({@code Confirmation}), and only then stored, once, as a finding. Findings
 * that are gone resolve themselves; the others wait for a person, who sees what a repair would do before it is done
 * ({@code Repairs}). The ways to disagree are in {@link io.strata.reconciliation.disagreements}.
 *
 * <p>Truth: {@code reconciliation_finding} and {@code reconciliation_history} in PostgreSQL. Ways in: {@link
 * io.strata.reconciliation.FindingService} and {@link io.strata.reconciliation.RepairService} for people, {@link
 * io.strata.reconciliation.Reconciliation} for the job in module {@code batch}.
 */
package io.strata.reconciliation;
