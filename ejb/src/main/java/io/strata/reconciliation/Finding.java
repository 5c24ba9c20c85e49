package io.strata.reconciliation;

import io.strata.common.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A disagreement between two stores about one subject. */
@Entity
@Table(name = "reconciliation_finding")
class Finding {

    enum Status {
        OPEN,
        RESOLVED
    }

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private FindingKind kind;

    private String subject;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "truth_state")
    private String truthState;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "other_state")
    private String otherState;

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

    void resolve() {
        status = Status.RESOLVED;
        resolvedAt = Instant.now();
    }

    void stillThere(long pass) {
        lastPass = pass;
        lastSeen = Instant.now();
    }

    FindingKind kind() {
        return kind;
    }

    String subject() {
        return subject;
    }

    FindingView view() {
        return new FindingView(
                id,
                kind.name().toLowerCase(Locale.ROOT),
                subject,
                side(kind.truth(), truthState),
                side(kind.other(), otherState),
                kind.reason(),
                kind.offer(),
                status.name().toLowerCase(Locale.ROOT),
                firstSeen,
                lastSeen,
                resolvedAt);
    }

    private static FindingView.Side side(Store store, String state) {
        return new FindingView.Side(
                store.name().toLowerCase(Locale.ROOT), state == null ? null : Json.read(state, Map.class));
    }
}
