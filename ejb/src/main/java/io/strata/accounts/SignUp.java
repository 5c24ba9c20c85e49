package io.strata.accounts;

import io.strata.common.RequiredFields;

/** What somebody says who makes an account for themselves; everything is needed. */
@RequiredFields({"handle", "displayName", "email", "password"})
public record SignUp(String handle, String displayName, String email, String password) {

    NewPerson person() {
        return new NewPerson(handle, displayName, email, password, false);
    }
}
