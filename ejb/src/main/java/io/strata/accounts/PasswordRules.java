package io.strata.accounts;

/** What a password must be like. */
final class PasswordRules {

    /** In characters; hashing more costs without making it better. */
    static final int MAXIMUM_LENGTH = 1024;

    private PasswordRules() {}
}
