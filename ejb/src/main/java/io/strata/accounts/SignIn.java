package io.strata.accounts;

import io.strata.common.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * That somebody has signed in somewhere. It is proved by access tokens and renewed with refresh tokens; with its row all
 * of them are gone. It ends at a fixed moment, however often it is renewed.
 */
@Entity
@Table(name = "sign_in")
class SignIn {

    @Id
    private UUID id;

    @Column(name = "actor_id")
    private UUID actorId;

    @Column(name = "user_agent")
    private String userAgent;

    private String address;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    protected SignIn() {}

    SignIn(UUID actorId, Device device, Duration lifetime) {
        this.id = UuidV7.next();
        this.actorId = actorId;
        this.userAgent = device.userAgent();
        this.address = device.address();
        this.startedAt = Instant.now().truncatedTo(ChronoUnit.MICROS); // as exact as the database keeps it
        this.lastUsedAt = startedAt;
        this.endsAt = startedAt.plus(lifetime);
    }

    /** Notes that it is used now. */
    void use(Device device) {
        lastUsedAt = Instant.now();
        address = device.address();
    }

    UUID id() {
        return id;
    }

    UUID actorId() {
        return actorId;
    }

    Instant endsAt() {
        return endsAt;
    }

    /** As its owner sees it; {@code current} when it is the one that asks. */
    SignInView view(UUID current) {
        return new SignInView(
                id,
                new Device(userAgent, address).name(),
                userAgent,
                address,
                startedAt,
                lastUsedAt,
                endsAt,
                id.equals(current));
    }
}
