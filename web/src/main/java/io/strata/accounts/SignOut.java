package io.strata.accounts;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The way out that every screen has. */
@Named
@RequestScoped
public class SignOut {

    @Inject
    SignInService accounts;

    @Inject
    HttpServletRequest request;

    /** Signs out and shows the sign-in page. */
    public String now() {
        ExternalContext context = FacesContext.getCurrentInstance().getExternalContext();
        CurrentSignIn.find(request).ifPresent(accounts::signOut);
        SessionCookie.clear(request, (HttpServletResponse) context.getResponse());
        context.invalidateSession();
        return "/login.xhtml?faces-redirect=true";
    }
}
