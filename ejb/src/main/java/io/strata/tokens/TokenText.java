package io.strata.tokens;

import io.strata.secrets.SecretToken;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text of a token: {@code strata_token_}, 256 random bits in 43 characters of base64url, and the CRC-32 of all before it
 * in 8 hexadecimal digits. Scanners for leaked secrets find it by its beginning and know by its end, without asking us,
 * that it is no accident; neither makes it easier to guess.
 */
final class TokenText {

    static final String PREFIX = "strata_token_";

    /** How much of the end is shown, for people to tell their tokens apart. */
    private static final int SHOWN = 4;

    private static final int CHECKSUM = 8;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}[0-9a-f]{" + CHECKSUM + "}");

    private final String text;

    private TokenText(String text) {
        this.text = text;
    }

    /** A new one. */
    static TokenText random() {
        String secret = SecretToken.random(PREFIX).text();
        return new TokenText(secret + checksum(secret));
    }

    /** Whether a text can be one of ours. */
    static boolean isWellFormed(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        int end = text.length() - CHECKSUM;
        return checksum(text.substring(0, end)).equals(text.substring(end));
    }

    String text() {
        return text;
    }

    byte[] hash() {
        return SecretToken.hash(text);
    }

    String ending() {
        return text.substring(text.length() - SHOWN);
    }

    private static String checksum(String text) {
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.US_ASCII));
        return "%08x".formatted(checksum.getValue());
    }
}
