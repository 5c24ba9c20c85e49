package io.strata.reconciliation;

import java.util.UUID;

/**
 * What became of a repair.
 *
 * @param outcome repaired, ignored, resolved (there was nothing left to repair) or refused
 * @param message why it was refused; {@code null} otherwise
 */
public record RepairOutcome(UUID id, String outcome, String message) {}
