package io.strata.accounts;

/**
 * What to change about one's own account; what is {@code null} stays.
 *
 * @param email an empty one takes the address away
 * @param password the present one; needed to change the address, because links to a new password go there
 */
public record AccountChange(String displayName, String email, String password) {}
