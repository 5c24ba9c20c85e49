package io.strata.accounts;

import io.strata.common.RequiredFields;

/**
 * What somebody signs in with.
 *
 * @param code of the second factor or a recovery code; needed only when the account has a second factor
 */
@RequiredFields({"handle", "password"})
public record Credentials(String handle, String password, String code) {}
