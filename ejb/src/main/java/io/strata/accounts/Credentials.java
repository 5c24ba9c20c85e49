package io.strata.accounts;

/**
 * What somebody signs in with.
 *
 * @param code of the second factor or a recovery code; needed only when the account has a second factor
 */
public record Credentials(String handle, String password, String code) {}
