package io.strata.accounts;

/** What somebody says who makes an account for themselves; everything is needed. */
public record SignUp(String handle, String displayName, String email, String password) {

    NewPerson person() {
        return new NewPerson(handle, displayName, email, password, false);
    }
}
