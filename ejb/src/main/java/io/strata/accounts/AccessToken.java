package io.strata.accounts;

import io.strata.common.UuidV7;
import io.strata.secrets.SecretToken;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Proves a sign-in for some minutes. Only a hash of the token is kept. */
@Entity
@Table(name = "access_token")
class AccessToken {

    @Id
    private UUID id;

    @Column(name = "sign_in_id")
    private UUID signInId;

    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected AccessToken() {}

    AccessToken(UUID signInId, SecretToken token, Instant expiresAt) {
        this.id = UuidV7.next();
        this.signInId = signInId;
        this.tokenHash = token.hash();
        this.expiresAt = expiresAt;
    }
}
