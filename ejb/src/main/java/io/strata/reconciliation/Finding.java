package io.strata.reconciliation;

import io.strata.common.Json;
import io.strata.common.LowerCaseEnumAdapter;
import io.strata.common.UuidV7;
import io.strata.reconciliation.disagreements.Disagreement;
import io.strata.reconciliation.disagreements.Sides;
import io.strata.reconciliation.disagreements.Store;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A disagreement between two stores about one subject. */
@Entity
@Table(name = "reconciliation_finding")
class Finding {

    /** Open and ignored ones are still there as far as anybody knows; the others are over. */
    enum Status {
        OPEN,
        IGNORED,
        RESOLVED,
        REPAIRED
    }

    @Id
    private UUID id;

    private String kind;

    private String subject;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "truth_state")
    private String truthState;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "other_state")
    private String otherState;

    private String fingerprint;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "last_pass")
    private long lastPass;

    @Column(name = "first_seen")
    private Instant firstSeen;

    @Column(name = "last_seen")
    private Instant lastSeen;

    @Column(name = "resolved_at")
    private Instant resolvedAt;

    protected Finding() {}

    Finding(String kind, String subject) {
        this.id = UuidV7.next();
        this.kind = kind;
        this.subject = subject;
        this.status = Status.RESOLVED;
    }

    /**
     * Takes note that the subject is affected now.
     *
     * @param pass the pass that has seen it; {@code 0} when a person has
     * @return what is worth remembering of that; empty when it is as it was
     */
    Optional<FindingEvent> seen(Sides sides, long pass) {
        boolean over = status == Status.RESOLVED || status == Status.REPAIRED;
        boolean changed = !sides.fingerprint().equals(fingerprint);
        if (pass > 0) {
            lastPass = pass;
        }
        lastSeen = Instant.now();
        if (!over && !changed) {
            return Optional.empty();
        }
        truthState = sides.truth();
        otherState = sides.other();
        fingerprint = sides.fingerprint();
        if (over) {
            firstSeen = lastSeen;
            resolvedAt = null;
        }
        status = Status.OPEN;
        return Optional.of(over ? FindingEvent.FOUND : FindingEvent.CHANGED);
    }

    void ignore() {
        status = Status.IGNORED;
    }

    void resolve() {
        end(Status.RESOLVED);
    }

    void repaired() {
        end(Status.REPAIRED);
    }

    private void end(Status end) {
        status = end;
        resolvedAt = Instant.now();
    }

    boolean over() {
        return status == Status.RESOLVED || status == Status.REPAIRED;
    }

    UUID id() {
        return id;
    }

    String kind() {
        return kind;
    }

    String subject() {
        return subject;
    }

    String fingerprint() {
        return fingerprint;
    }

    Sides sides() {
        return new Sides(truthState, otherState);
    }

    FindingView view(Disagreement disagreement) {
        return new FindingView(
                id,
                kind,
                subject,
                side(disagreement.truth(), truthState),
                side(disagreement.other(), otherState),
                disagreement.reason(),
                over() ? java.util.List.of() : disagreement.offers(),
                fingerprint,
                LowerCaseEnumAdapter.write(status),
                firstSeen,
                lastSeen,
                resolvedAt);
    }

    private static FindingView.Side side(Store store, String state) {
        return new FindingView.Side(store, state == null ? null : Json.read(state, Map.class));
    }
}
