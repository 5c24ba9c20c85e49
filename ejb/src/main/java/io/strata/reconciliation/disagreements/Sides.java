package io.strata.reconciliation.disagreements;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What two stores hold about one subject, as JSON objects.
 *
 * @param truth what the store holds that decides; {@code null} when it holds nothing
 * @param other what the other one holds, likewise
 */
public record Sides(String truth, String other) {

    /** The same for the same sides and no others; to be compared only. */
    public String fingerprint() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
