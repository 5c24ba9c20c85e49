package io.strata.accounts;

import io.strata.screens.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;

/** Setting up a person's second factor, its recovery codes, and switching it off. */
@Named
@ViewScoped
public class SecondFactorScreen implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ENROLMENT = "enrolment";
    private static final String FACTOR = "factor";

    @Inject
    AccountService accounts;

    @Inject
    SecondFactorService secondFactor;

    @Inject
    Messages messages;

    private AccountView account;
    private String secret;
    private String picture;
    private List<String> shownCodes = List.of();
    private String password;
    private String code;

    @PostConstruct
    void load() {
        account = accounts.get();
    }

    /** Shows a secret for the authenticator. */
    public void begin() {
        attempt(FACTOR, () -> {
            SecondFactorOffer offer = secondFactor.begin(password, device());
            secret = offer.secret();
            picture = QrCode.picture(offer.uri());
        });
    }

    /** Makes it count, and shows the recovery codes. */
    public void confirm() {
        attempt(ENROLMENT, () -> {
            shownCodes = secondFactor.confirm(code).recoveryCodes();
            secret = null;
            picture = null;
        });
    }

    /** Shows new recovery codes. */
    public void renewCodes() {
        attempt(
                FACTOR,
                () -> shownCodes =
                        secondFactor.renewCodes(password, code, device()).recoveryCodes());
    }

    /** Switches it off. */
    public void disable() {
        attempt(FACTOR, () -> {
            secondFactor.disable(password, code, device());
            shownCodes = List.of();
        });
    }

    /** Takes the recovery codes off the screen. */
    public void codesKept() {
        shownCodes = List.of();
    }

    private void attempt(String form, Runnable action) {
        if (messages.attemptForm(form, action)) {
            load();
        }
        password = null;
        code = null;
    }

    private static Device device() {
        return CurrentSignIn.device((HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest());
    }

    public boolean isOn() {
        return account.secondFactor();
    }

    public int getCodesLeft() {
        return account.recoveryCodesLeft();
    }

    /** The secret that waits to be confirmed; {@code null} when none does. */
    public String getSecret() {
        return secret;
    }

    /** Its QR code, as an address. */
    public String getPicture() {
        return picture;
    }

    /** The recovery codes that have just been made. */
    public List<String> getShownCodes() {
        return shownCodes;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
