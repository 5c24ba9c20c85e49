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

/**
 * The cookies that carry a browser's sign-in, out of reach of scripts and never sent along from other sites: one with the
 * access token and one with the refresh token, which the server exchanges for the browser when the first has expired.
 */
public final class SessionCookie {

    private static final String ACCESS = "strata_session";
    private static final String REFRESH = "strata_session_refresh";

    private SessionCookie() {}

    /** The access token of a request's cookie. */
    public static Optional<String> read(HttpServletRequest request) {
        return read(request, ACCESS);
    }

    /** The access token of a header {@code Cookie}, where there is no request of the servlet's kind. */
    public static Optional<String> read(String header) {
        return Arrays.stream(header.split(";"))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(ACCESS + "="))
                .map(cookie -> cookie.substring(ACCESS.length() + 1))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** The refresh token of a request's cookie. */
    static Optional<String> readRefresh(HttpServletRequest request) {
        return read(request, REFRESH);
    }

    /** Hands a sign-in to the browser. */
    public static void write(HttpServletRequest request, HttpServletResponse response, SignedIn signedIn) {
        set(request, response, ACCESS, signedIn.token(), secondsUntil(signedIn.expiresAt()));
        set(request, response, REFRESH, signedIn.refreshToken(), secondsUntil(signedIn.refreshExpiresAt()));
    }

    /** Takes the sign-in away from the browser. */
    public static void clear(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, ACCESS, "", 0);
        set(request, response, REFRESH, "", 0);
    }

    private static Optional<String> read(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> name.equals(cookie.getName()))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isEmpty())
                        .findFirst();
    }

    private static int secondsUntil(Instant end) {
        return (int) Duration.between(Instant.now(), end).toSeconds();
    }

    private static void set(
            HttpServletRequest request, HttpServletResponse response, String name, String value, int seconds) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure() || Settings.get(Setting.PUBLIC_URL).startsWith("https:"));
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(seconds);
        response.addCookie(cookie);
    }
}
