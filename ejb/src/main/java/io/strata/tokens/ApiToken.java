package io.strata.tokens;

import io.strata.access.Action;
import io.strata.access.PresentedToken;
import io.strata.common.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A token; its limits and its end are given with it and never change, but it can be revoked. Only a hash of it is kept. */
@Entity
@Table(name = "api_token")
class ApiToken {

    @Id
    private UUID id;

    @Column(name = "actor_id")
    private UUID actorId;

    private String name;

    @Column(name = "token_hash")
    private byte[] tokenHash;

    private String ending;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> actions;

    private boolean everywhere;

    @Column(name = "daily_changes")
    private Integer dailyChanges;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "refused_at")
    private Instant refusedAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "revoked_by")
    private UUID revokedBy;

    protected ApiToken() {}

    /**
     * A token.
     *
     * @param wanted has been checked
     * @param everywhere whether it reaches wherever its actor does, and not only certain places
     */
    ApiToken(UUID actorId, UUID createdBy, TokenText text, NewToken wanted, boolean everywhere) {
        this.id = UuidV7.next();
        this.actorId = actorId;
        this.name = wanted.name().strip();
        this.tokenHash = text.hash();
        this.ending = text.ending();
        this.actions = wanted.actions() == null
                ? null
                : wanted.actions().stream().map(Action::name).distinct().toList();
        this.everywhere = everywhere;
        this.dailyChanges = wanted.dailyChanges();
        this.createdBy = createdBy;
        this.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS); // as exact as the database keeps it
        this.expiresAt = createdAt.plus(Duration.ofDays(wanted.expiresInDays()));
    }

    /** This token as what a request comes with. */
    PresentedToken presented() {
        Set<Action> covered =
                actions == null ? null : actions.stream().map(Action::valueOf).collect(Collectors.toUnmodifiableSet());
        return new PresentedToken(id, name, everywhere, covered, dailyChanges);
    }

    /** What it is at a moment. */
    TokenStatus status(Instant now) {
        if (revokedAt != null) {
            return TokenStatus.REVOKED;
        }
        return expiresAt.isAfter(now) ? TokenStatus.ACTIVE : TokenStatus.EXPIRED;
    }

    /** Ends it now. */
    void revoke(UUID by) {
        revokedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        revokedBy = by;
    }

    /** As those see it who look after it. */
    TokenView view(String actorHandle, List<TokenPlaceView> places, int changesToday) {
        return new TokenView(
                id,
                actorId,
                actorHandle,
                name,
                ending,
                actions == null ? null : actions.stream().map(Action::valueOf).toList(),
                everywhere,
                places,
                dailyChanges,
                changesToday,
                status(Instant.now()),
                createdBy,
                createdAt,
                expiresAt,
                lastUsedAt,
                revokedAt,
                revokedBy);
    }

    UUID id() {
        return id;
    }

    UUID actorId() {
        return actorId;
    }

    String name() {
        return name;
    }

    Instant lastUsedAt() {
        return lastUsedAt;
    }
}
