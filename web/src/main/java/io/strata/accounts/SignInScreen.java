package io.strata.accounts;

import io.strata.access.CurrentCaller;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.screens.Messages;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * The sign-in page: handle and password, then a code where the account asks for one, and where to go afterwards. Between
 * the two steps the password stays in the view's state on the server; the browser is not given it back.
 */
@Named("signIn")
@ViewScoped
public class SignInScreen implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String START = "/";

    @Inject
    SignInService accounts;

    @Inject
    SignUpService signUp;

    @Inject
    Messages messages;

    private String handle;
    private String password;
    private String code;
    private boolean codeNeeded;
    private String next = START;

    /** Signs in and goes on, asks for the code, or says why not. */
    public void submit() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        try {
            SignedIn signedIn = accounts.signIn(new Credentials(handle, password, code), CurrentSignIn.device(request));
            password = null;
            SessionCookie.write(
                    request, (HttpServletResponse) faces.getExternalContext().getResponse(), signedIn);
            goOn();
        } catch (ProblemException problem) {
            refuse(problem);
        } finally {
            code = null;
        }
    }

    private void refuse(ProblemException problem) {
        if (problem.type() == ProblemType.SECOND_FACTOR_REQUIRED) {
            if (codeNeeded) {
                messages.refused("login.codeRefused", null);
            }
            codeNeeded = true;
            return;
        }
        startOver();
        if (problem.type() == ProblemType.RATE_LIMITED) {
            long seconds =
                    problem.retryAfter().map(java.time.Duration::toSeconds).orElse(0L);
            messages.refusedWith("login.tooOften", Math.max(1, (seconds + 59) / 60));
        } else {
            messages.refused("login.refused", null);
        }
    }

    /** Back to handle and password. */
    public void startOver() {
        codeNeeded = false;
        password = null;
    }

    /** Spares a person who is signed in already the page. */
    public void skipWhenSignedIn() throws IOException {
        if (CurrentCaller.find().isPresent()) {
            goOn();
        }
    }

    private void goOn() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().redirect(next);
        faces.responseComplete();
    }

    /** Whether the second step is to be shown. */
    public boolean isCodeNeeded() {
        return codeNeeded;
    }

    /** Whether people may make an account here. */
    public boolean isSignUpPossible() {
        return signUp.isOn();
    }

    public String getNext() {
        return next;
    }

    /** Takes only a path of this server, so that nobody can be led elsewhere through the sign-in page. */
    public void setNext(String requested) {
        next = isLocalPath(requested) ? requested : START;
    }

    static boolean isLocalPath(String path) {
        if (path == null || !path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
            return false;
        }
        try {
            URI uri = new URI(path);
            return uri.getScheme() == null && uri.getRawAuthority() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    public String getHandle() {
        return handle;
    }

    public void setHandle(String handle) {
        this.handle = handle;
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
