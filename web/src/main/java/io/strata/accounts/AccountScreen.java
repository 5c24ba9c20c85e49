package io.strata.accounts;

import io.strata.screens.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Objects;

/** A person's own name, address and password. */
@Named
@ViewScoped
public class AccountScreen implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    AccountService accounts;

    @Inject
    PasswordService passwords;

    @Inject
    Messages messages;

    private AccountView account;
    private String displayName;
    private String email;
    private String emailPassword;
    private String currentPassword;
    private String password;

    @PostConstruct
    void load() {
        account = accounts.get();
        displayName = account.displayName();
        email = account.email();
    }

    /** Saves name and address; the password is asked for only when the address changes. */
    public void save() {
        String newEmail = email == null ? "" : email.strip();
        boolean sameEmail = newEmail.equals(Objects.requireNonNullElse(account.email(), ""));
        AccountChange change =
                new AccountChange(displayName == null ? "" : displayName, sameEmail ? null : newEmail, emailPassword);
        if (messages.attemptForm("profile", () -> accounts.change(change, CurrentSignIn.device(request())))) {
            messages.done("account.savedNote");
            load();
        }
        emailPassword = null;
    }

    /** Changes the password and ends the other sign-ins. */
    public void changePassword() {
        if (messages.attemptForm(
                "secret",
                () -> passwords.change(
                        currentPassword,
                        password,
                        CurrentSignIn.find(request()).orElse(null),
                        CurrentSignIn.device(request())))) {
            messages.done("account.passwordNote");
        }
        currentPassword = null;
        password = null;
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }

    public AccountView getAccount() {
        return account;
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

    public String getEmailPassword() {
        return emailPassword;
    }

    public void setEmailPassword(String emailPassword) {
        this.emailPassword = emailPassword;
    }

    public String getCurrentPassword() {
        return currentPassword;
    }

    public void setCurrentPassword(String currentPassword) {
        this.currentPassword = currentPassword;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
