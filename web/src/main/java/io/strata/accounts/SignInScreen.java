package io.strata.accounts;

import io.strata.access.CurrentCaller;
import io.strata.common.ProblemException;
import io.strata.screens.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;

/** The sign-in page: handle, password, and where to go afterwards. */
@Named("signIn")
@RequestScoped
public class SignInScreen {

    private static final String START = "/";

    @Inject
    SignInService accounts;

    @Inject
    Messages messages;

    @Inject
    HttpServletRequest request;

    private String handle;
    private String password;
    private String next = START;

    /** Signs in and goes on, or says why not. */
    public void submit() throws IOException {
        try {
            SignedIn signedIn = accounts.signIn(new Credentials(handle, password, null), CurrentSignIn.device(request));
            SessionCookie.write(request, response(), signedIn);
            goOn();
        } catch (ProblemException problem) {
            messages.refused("login.refused", null);
        }
    }

    /** Signs out and shows the sign-in page. */
    public String signOut() {
        CurrentSignIn.find(request).ifPresent(accounts::signOut);
        SessionCookie.clear(request, response());
        FacesContext.getCurrentInstance().getExternalContext().invalidateSession();
        return "/login.xhtml?faces-redirect=true";
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

    private static HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
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
}
