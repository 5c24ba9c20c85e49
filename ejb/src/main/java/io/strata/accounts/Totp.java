package io.strata.accounts;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/**
 * Time-based one-time passwords (RFC 6238) as every authenticator understands them: HMAC-SHA-1, six digits, steps of 30
 * seconds. One step before and one after the present are accepted, for clocks that differ and people who type slowly.
 */
final class Totp {

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;
    private static final int DRIFT = 1;
    private static final int SECRET_BYTES = 20;
    private static final String ISSUER = "Strata";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;

    Totp(byte[] secret) {
        this.secret = secret.clone();
    }

    static Totp generate() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new Totp(secret);
    }

    byte[] secret() {
        return secret.clone();
    }

    /** The secret as people type it. */
    String text() {
        return new Base32().encodeToString(secret);
    }

    /** What a QR code tells the authenticator. */
    String uri(String handle) {
        String account = URLEncoder.encode(handle, StandardCharsets.UTF_8);
        return "otpauth://totp/" + ISSUER + ":" + account + "?secret=" + text() + "&issuer=" + ISSUER
                + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP.toSeconds();
    }

    /** The step for which a code is right, if it is for one of those that are accepted now; the latest when several. */
    OptionalLong step(String code, Instant now) {
        long present = now.getEpochSecond() / STEP.toSeconds();
        OptionalLong found = OptionalLong.empty();
        for (long step = present - DRIFT; step <= present + DRIFT; step++) {
            if (MessageDigest.isEqual(code(step), code.getBytes(StandardCharsets.US_ASCII))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private byte[] code(long step) {
        try {
            return new TimeBasedOneTimePasswordGenerator(STEP, DIGITS)
                    .generateOneTimePasswordString(
                            new SecretKeySpec(secret, "HmacSHA1"), Instant.ofEpochSecond(step * STEP.toSeconds()))
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-1", e);
        }
    }
}
