package io.strata.accounts;

import io.strata.common.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A sign-in that lasts until it is ended or expires. Only a hash of its token is kept. */
@Entity
@Table(name = "access_session")
class AccessSession {

    @Id
    private UUID id;

    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "actor_id")
    private UUID actorId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected AccessSession() {}

    AccessSession(byte[] tokenHash, UUID actorId, Duration lifetime) {
        this.id = UuidV7.next();
        this.tokenHash = tokenHash.clone();
        this.actorId = actorId;
        this.createdAt = Instant.now();
        this.expiresAt = createdAt.plus(lifetime);
    }

    UUID id() {
        return id;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
