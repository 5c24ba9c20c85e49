package io.strata.accounts;

import io.strata.common.RequiredFields;

/**
 * Somebody who gets an account.
 *
 * @param email where links to a new password go; may be absent
 * @param password may be absent when an administrator makes the account: then they need a link to choose one
 * @param administrator of the installation; absent means no
 */
@RequiredFields({"handle", "displayName"})
public record NewPerson(String handle, String displayName, String email, String password, Boolean administrator) {}
