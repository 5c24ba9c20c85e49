package io.strata.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * That an account has an authenticator. It counts only when it has been confirmed with a first code; until then it is an
 * offer that the next one replaces.
 */
@Entity
@Table(name = "second_factor")
class SecondFactor {

    @Id
    @Column(name = "actor_id")
    private UUID actorId;

    @Column(name = "sealed_secret")
    private byte[] sealedSecret;

    @Column(name = "last_step")
    private long lastStep;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    protected SecondFactor() {}

    SecondFactor(UUID actorId, byte[] sealedSecret) {
        this.actorId = actorId;
        this.sealedSecret = sealedSecret.clone();
        this.createdAt = Instant.now();
    }

    void confirm() {
        confirmedAt = Instant.now();
    }

    /** Takes a code's time step for used; refuses it, and all before it, when it was used already. */
    boolean accept(long step) {
        if (step <= lastStep) {
            return false;
        }
        lastStep = step;
        return true;
    }

    byte[] sealedSecret() {
        return sealedSecret.clone();
    }

    /** Since when it counts; {@code null} when it does not yet. */
    Instant confirmedAt() {
        return confirmedAt;
    }
}
