package io.strata.documents;

import io.strata.common.Validation;
import java.time.Duration;
import java.time.Instant;

/**
 * A new link to a document.
 *
 * @param expiresAt until when it works; {@code null} for a week from now
 * @param password that whoever opens it has to know; {@code null} for none
 */
public record LinkRequest(Instant expiresAt, String password) {

    private static final Duration USUAL = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 200;

    void validate(Instant now) {
        Validation validation = new Validation().optionalText("password", password, LONGEST_PASSWORD);
        if (password != null && password.length() < SHORTEST_PASSWORD) {
            validation.problem("password", "must have at least " + SHORTEST_PASSWORD + " characters");
        }
        if (expiresAt != null && (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST)))) {
            validation.problem("expires_at", "must lie in the future, and within a year");
        }
        validation.done();
    }

    Instant expiresAt(Instant now) {
        return expiresAt == null ? now.plus(USUAL) : expiresAt;
    }
}
