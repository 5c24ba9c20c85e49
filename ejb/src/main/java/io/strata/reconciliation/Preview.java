package io.strata.reconciliation;

import io.strata.reconciliation.disagreements.Change;
import io.strata.reconciliation.disagreements.RepairAction;
import java.util.List;
import java.util.UUID;

/**
 * What a repair would do, now.
 *
 * @param id the finding
 * @param kind its kind
 * @param subject its subject
 * @param state stands for the sides as they are; a repair that names it is refused when they have changed
 * @param gone whether there is nothing left to repair
 * @param obstacle why the repair is not possible; {@code null} when it is
 * @param changes what would be changed, store by store
 */
public record Preview(
        UUID id,
        String kind,
        String subject,
        RepairAction action,
        String state,
        boolean gone,
        String obstacle,
        List<Change> changes) {}
