package io.strata.accounts;

import io.strata.common.UuidV7;
import io.strata.secrets.SecretToken;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Signs in once in place of a code of the second factor, for whoever has lost their authenticator. Its 79 bits are random,
 * so a plain hash keeps it.
 */
@Entity
@Table(name = "recovery_code")
class RecoveryCode {

    /** Without what looks alike. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    private UUID id;

    @Column(name = "actor_id")
    private UUID actorId;

    @Column(name = "code_hash")
    private byte[] codeHash;

    @Column(name = "used_at")
    private Instant usedAt;

    protected RecoveryCode() {}

    RecoveryCode(UUID actorId, String code) {
        this.id = UuidV7.next();
        this.actorId = actorId;
        this.codeHash = hash(actorId, code);
    }

    /** A new code in groups of four, as it is shown. */
    static String generate() {
        String code = RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining());
        return code.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    /** The hash of a code, however it is written. */
    static byte[] hash(UUID actorId, String code) {
        return SecretToken.hash(actorId + ":" + code.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", ""));
    }
}
