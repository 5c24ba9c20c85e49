package io.strata.accounts;

import io.strata.common.Validation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a new password must be like, after NIST SP 800-63B: long, not the account's own name, not one that everybody tries
 * first; and no rules about kinds of characters.
 */
final class PasswordRules {

    /** In characters. */
    static final int MINIMUM_LENGTH = 10;

    /** In characters; hashing more costs without making it better. */
    static final int MAXIMUM_LENGTH = 1024;

    private static final Set<String> WORST = readWorst();

    private PasswordRules() {}

    /** Adds what is wrong with a new password. */
    static Validation check(Validation validation, String field, String password, String handle) {
        if (password == null || password.isEmpty()) {
            return validation.problem(field, "is required");
        }
        if (password.codePointCount(0, password.length()) < MINIMUM_LENGTH) {
            return validation.problem(field, "must have at least " + MINIMUM_LENGTH + " characters");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (handle != null && !handle.isBlank() && lower.contains(Actor.normalised(handle))) {
            return validation.problem(field, "must not contain the handle");
        }
        if (WORST.contains(lower) || password.codePoints().distinct().count() < 4) {
            return validation.problem(field, "is one of the first that anybody would try");
        }
        return validation.optionalText(field, password, MAXIMUM_LENGTH);
    }

    private static Set<String> readWorst() {
        try (InputStream list = PasswordRules.class.getResourceAsStream("worst-passwords.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
