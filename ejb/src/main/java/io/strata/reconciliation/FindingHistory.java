package io.strata.reconciliation;

import io.strata.access.CurrentCaller;
import io.strata.common.Json;
import io.strata.common.UuidV7;
import io.strata.reconciliation.disagreements.Change;
import io.strata.reconciliation.disagreements.RepairAction;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something that has happened to a finding, with its sides at that moment. */
@Entity
@Immutable
@Table(name = "reconciliation_history")
class FindingHistory {

    @Id
    private UUID id;

    @Column(name = "finding_id")
    private UUID findingId;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "actor_handle")
    private String actorHandle;

    @Enumerated(EnumType.STRING)
    private FindingEvent event;

    @Enumerated(EnumType.STRING)
    private RepairAction action;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "truth_state")
    private String truthState;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "other_state")
    private String otherState;

    @JdbcTypeCode(SqlTypes.JSON)
    private String changes;

    protected FindingHistory() {}

    FindingHistory(Finding finding, FindingEvent event, RepairAction action, List<Change> changes) {
        this.id = UuidV7.next();
        this.findingId = finding.id();
        this.occurredAt = Instant.now();
        this.actorHandle = CurrentCaller.require().handle();
        this.event = event;
        this.action = action;
        this.truthState = finding.sides().truth();
        this.otherState = finding.sides().other();
        this.changes = changes.isEmpty() ? null : Json.write(changes);
    }

    FindingHistoryView view() {
        return new FindingHistoryView(
                occurredAt, actorHandle, event, action, json(truthState), json(otherState), json(changes));
    }

    private static JsonValue json(String text) {
        return text == null ? null : Json.read(text, JsonValue.class);
    }
}
