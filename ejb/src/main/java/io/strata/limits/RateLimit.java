package io.strata.limits;

import io.strata.access.Role;
import io.strata.common.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A limit that is not what everybody has: of an actor or of a role, never of both. */
@Entity
@Table(name = "rate_limit")
class RateLimit {

    @Id
    private UUID id;

    @Column(name = "actor_id")
    private UUID actorId;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "per_minute")
    private int perMinute;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected RateLimit() {}

    private RateLimit(UUID actorId, Role role) {
        this.id = UuidV7.next();
        this.actorId = actorId;
        this.role = role;
    }

    static RateLimit of(UUID actorId) {
        return new RateLimit(actorId, null);
    }

    static RateLimit of(Role role) {
        return new RateLimit(null, role);
    }

    UUID id() {
        return id;
    }

    UUID actorId() {
        return actorId;
    }

    int perMinute() {
        return perMinute;
    }

    void change(int newPerMinute) {
        perMinute = newPerMinute;
        changedAt = Instant.now();
    }

    RateLimitView view(String handle) {
        return new RateLimitView(id, actorId, handle, role, perMinute, changedAt);
    }
}
