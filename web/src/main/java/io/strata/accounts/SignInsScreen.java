package io.strata.accounts;

import io.strata.screens.CursorPages;
import io.strata.screens.Messages;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.UUID;

/** Where a person is signed in, and ending that. */
@Named
@ViewScoped
public class SignInsScreen implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 10;

    @Inject
    SignIns signIns;

    @Inject
    Messages messages;

    private final CursorPages<SignInView> pages = new CursorPages<>(
            cursor -> signIns.own(CurrentSignIn.find(request()).orElse(null), cursor, PAGE));

    public CursorPages<SignInView> getPages() {
        return pages;
    }

    /** Ends one. */
    public void end(UUID id) {
        messages.attempt(() -> signIns.end(id), "account.endedNote");
        pages.restart();
    }

    /** Ends all, this one included, and shows the sign-in page. */
    public String endAll() {
        signIns.endAll();
        ExternalContext context = FacesContext.getCurrentInstance().getExternalContext();
        SessionCookie.clear(request(), (HttpServletResponse) context.getResponse());
        context.invalidateSession();
        return "/login.xhtml?faces-redirect=true";
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }
}
