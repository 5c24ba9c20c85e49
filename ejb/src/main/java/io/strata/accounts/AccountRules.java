package io.strata.accounts;

import io.strata.common.Validation;
import java.util.Set;
import java.util.regex.Pattern;

/** What handles, names and mail addresses must be like. */
public final class AccountRules {

    private static final Pattern HANDLE = Pattern.compile("[a-z0-9](?:[a-z0-9._-]{0,38}[a-z0-9])");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>()\\[\\]\",;:\\\\]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?");

    /** Whoever had one of these could be taken for the server itself. */
    private static final Set<String> RESERVED = Set.of("system", "strata", "root", "postmaster", "everyone", "all");

    private AccountRules() {}

    /** Adds what is wrong with a handle. */
    public static Validation handle(Validation validation, String handle) {
        if (handle == null || handle.isBlank()) {
            return validation.problem("handle", "is required");
        }
        String normalised = Actor.normalised(handle);
        if (RESERVED.contains(normalised)) {
            return validation.problem("handle", "is reserved");
        }
        return validation.matches(
                "handle",
                normalised,
                HANDLE,
                "must be 2 to 40 letters, digits, dots, dashes or underscores, with a letter or digit at both ends");
    }

    /** Adds what is wrong with a name. */
    public static Validation displayName(Validation validation, String displayName) {
        return validation.text("display_name", displayName, 100);
    }

    /** An address that may be absent or empty. */
    static Validation email(Validation validation, String email) {
        return email == null || email.isBlank()
                ? validation
                : validation.matches("email", email.strip(), EMAIL, "must be a mail address such as ada@example.com");
    }
}
