package io.strata.accounts;

import io.strata.settings.Setting;
import io.strata.settings.Settings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The cookie that carries a browser's sign-in: out of reach of scripts, and never sent along from other sites. */
public final class SessionCookie {

    private static final String NAME = "strata_session";

    private SessionCookie() {}

    /** The token of a request's cookie. */
    public static Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> NAME.equals(cookie.getName()))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** Hands a sign-in to the browser. */
    public static void write(HttpServletRequest request, HttpServletResponse response, SignedIn signedIn) {
        long seconds = Duration.between(Instant.now(), signedIn.expiresAt()).toSeconds();
        set(request, response, signedIn.token(), (int) seconds);
    }

    /** Takes the sign-in away from the browser. */
    public static void clear(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", 0);
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String value, int seconds) {
        Cookie cookie = new Cookie(NAME, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure() || Settings.get(Setting.PUBLIC_URL).startsWith("https:"));
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(seconds);
        response.addCookie(cookie);
    }
}
