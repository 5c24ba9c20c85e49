package io.strata.accounts;

import io.strata.common.UuidV7;
import io.strata.secrets.SecretToken;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Renews a sign-in, once. Only a hash of the token is kept, also after its use: a second use gives a thief away. */
@Entity
@Table(name = "refresh_token")
class RefreshToken {

    @Id
    private UUID id;

    @Column(name = "sign_in_id")
    private UUID signInId;

    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "used_at")
    private Instant usedAt;

    protected RefreshToken() {}

    RefreshToken(UUID signInId, SecretToken token) {
        this.id = UuidV7.next();
        this.signInId = signInId;
        this.tokenHash = token.hash();
        this.issuedAt = Instant.now();
    }

    UUID signInId() {
        return signInId;
    }

    Instant usedAt() {
        return usedAt;
    }
}
