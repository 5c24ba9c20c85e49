package io.strata.accounts;

import io.strata.screens.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The two pages for a forgotten password: asking for a link, and choosing a new one with it. */
@Named
@RequestScoped
public class PasswordResetScreen {

    @Inject
    PasswordService passwords;

    @Inject
    Messages messages;

    @Inject
    HttpServletRequest request;

    private String account;
    private String token;
    private String password;
    private boolean done;

    /** Whether links are sent here; otherwise an administrator makes them. */
    public boolean isPossible() {
        return passwords.sendsLinks();
    }

    /** Sends a link, if there is such an account; says the same if there is none. */
    public void ask() {
        done = messages.attemptForm("forgotten", () -> passwords.requestReset(account, CurrentSignIn.device(request)));
    }

    /** Sets the new password, or says what is wrong. */
    public void choose() {
        done = messages.attemptForm("reset", () -> passwords.reset(token, password, CurrentSignIn.device(request)));
    }

    /** Whether it has been done. */
    public boolean isDone() {
        return done;
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
