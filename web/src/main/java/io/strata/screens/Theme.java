package io.strata.screens;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.stream.Stream;

/** Dark or light, as the person last chose in this browser; dark when they never did. */
@Named
@RequestScoped
public class Theme {

    static final String COOKIE = "strata_theme";
    private static final String DARK = "dark";
    private static final String LIGHT = "light";
    private static final int YEAR_IN_SECONDS = 365 * 24 * 3600;

    @Inject
    HttpServletRequest request;

    /** {@code dark} or {@code light}. */
    public String getName() {
        return isDark() ? DARK : LIGHT;
    }

    public boolean isDark() {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                || Stream.of(cookies)
                        .noneMatch(cookie -> COOKIE.equals(cookie.getName()) && LIGHT.equals(cookie.getValue()));
    }

    /** The PrimeFaces theme that ours is laid over. */
    public String getBundle() {
        return isDark() ? "arya-blue" : "saga-blue";
    }

    /** Changes to the other theme and shows the same page again. */
    public String toggle() {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext()
                .addResponseCookie(
                        COOKIE,
                        isDark() ? LIGHT : DARK,
                        Map.of(
                                "path",
                                "/",
                                "maxAge",
                                YEAR_IN_SECONDS,
                                "SameSite",
                                "Lax",
                                "secure",
                                request.isSecure()));
        return faces.getViewRoot().getViewId() + "?faces-redirect=true&includeViewParams=true";
    }
}
