package io.strata.reconciliation;

import io.strata.common.RequiredFields;
import io.strata.reconciliation.disagreements.RepairAction;

/**
 * A repair that a person has chosen.
 *
 * @param state what the preview said; {@code null} means the sides that the finding shows
 */
@RequiredFields("action")
public record RepairRequest(RepairAction action, String state) {}
