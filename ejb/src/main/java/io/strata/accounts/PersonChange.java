package io.strata.accounts;

/**
 * What to change about a person; what is {@code null} stays.
 *
 * @param email an empty one takes the address away
 * @param administrator of the installation
 */
public record PersonChange(String displayName, String email, Boolean administrator) {}
