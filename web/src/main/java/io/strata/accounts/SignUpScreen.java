package io.strata.accounts;

import io.strata.screens.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The page on which people make an account for themselves, where that is allowed. */
@Named
@RequestScoped
public class SignUpScreen {

    @Inject
    SignUpService accounts;

    @Inject
    Messages messages;

    @Inject
    HttpServletRequest request;

    private String handle;
    private String displayName;
    private String email;
    private String password;
    private boolean done;

    /** Whether it is allowed. */
    public boolean isPossible() {
        return accounts.isOn();
    }

    /** Makes the account, or says what is wrong. */
    public void submit() {
        SignUp wanted = new SignUp(handle, displayName, email, password);
        done = messages.attemptForm("signUp", () -> accounts.signUp(wanted, CurrentSignIn.device(request)));
    }

    /** Whether the account has been made. */
    public boolean isDone() {
        return done;
    }

    public String getHandle() {
        return handle;
    }

    public void setHandle(String handle) {
        this.handle = handle;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
