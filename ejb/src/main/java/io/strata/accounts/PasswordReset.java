package io.strata.accounts;

import io.strata.common.UuidV7;
import io.strata.secrets.SecretToken;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That whoever has a certain link may choose a new password. Only a hash of its token is kept. */
@Entity
@Table(name = "password_reset")
class PasswordReset {

    @Id
    private UUID id;

    @Column(name = "actor_id")
    private UUID actorId;

    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected PasswordReset() {}

    PasswordReset(UUID actorId, SecretToken token, Instant expiresAt) {
        this.id = UuidV7.next();
        this.actorId = actorId;
        this.tokenHash = token.hash();
        this.expiresAt = expiresAt;
    }
}
