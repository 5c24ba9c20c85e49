package io.strata.reconciliation;

import io.strata.reconciliation.disagreements.RepairAction;
import jakarta.json.JsonValue;
import java.time.Instant;

/**
 * Something that has happened to a finding.
 *
 * @param actorHandle who did it; {@code system} for a pass
 * @param action the repair; {@code null} when it was none
 * @param truth what the store that decides held
 * @param other what the store that disagrees held
 * @param changes what the repair changed, store by store; {@code null} when it was none
 */
public record FindingHistoryView(
        Instant occurredAt,
        String actorHandle,
        FindingEvent event,
        RepairAction action,
        JsonValue truth,
        JsonValue other,
        JsonValue changes) {}
