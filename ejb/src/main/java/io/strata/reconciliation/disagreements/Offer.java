package io.strata.reconciliation.disagreements;

/**
 * A repair that a kind of disagreement allows.
 *
 * @param why what it does, and why that is safe or what it costs
 */
public record Offer(RepairAction action, String why) {}
