package io.strata.accounts;

import io.strata.access.CurrentCaller;
import io.strata.common.ProblemResponse;
import io.strata.common.ProblemType;
import io.strata.tokens.TokenRecognition;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who sends a request, from a bearer token (of a sign-in or an API token) or the session cookie, and binds them
 * to its thread. It refuses nobody: what needs a caller says so itself.
 *
 * <p>A request that changes something and is authenticated by the cookie must come from our own pages (RFC 6454 origin),
 * so that another site cannot act with a visitor's sign-in.
 *
 * <p>Mapped in {@code web.xml}, because it has to run before the gate of the administration.
 */
public class AuthenticationFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String BEARER = "Bearer ";
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Inject
    private transient SignInService signIn;

    @Inject
    private transient TokenRecognition tokens;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String header = request.getHeader("Authorization");
        boolean bearer = header != null && header.startsWith(BEARER);
        try {
            if (!isSameForEverybody(request)) {
                Optional<Recognised> recognised = bearer
                        ? byBearer(header.substring(BEARER.length()).strip(), request)
                        : byCookie(request, response);
                if (recognised.isPresent() && !bearer && isForged(request)) {
                    ProblemResponse.send(
                            response, ProblemType.FORBIDDEN, "Requests from other sites may not change anything.");
                    return;
                }
                recognised.ifPresent(known -> {
                    CurrentCaller.bind(known.caller());
                    CurrentSignIn.bind(request, known.signInId());
                });
            }
            chain.doFilter(request, response);
        } catch (RuntimeException failure) {
            if (response.isCommitted() || !isForPrograms(request)) {
                throw failure;
            }
            ProblemResponse.send(response, failure);
        } finally {
            CurrentCaller.bind(null);
        }
    }

    /** Somebody with an API token has not signed in, so there is no sign-in to remember. */
    private Optional<Recognised> byBearer(String proof, HttpServletRequest request) {
        return tokens.concerns(proof)
                ? tokens.recognise(proof).map(caller -> new Recognised(caller, null))
                : signIn.recognise(proof, CurrentSignIn.device(request));
    }

    /** A browser whose access token has expired is given the next one with this answer and notices nothing. */
    private Optional<Recognised> byCookie(HttpServletRequest request, HttpServletResponse response) {
        Device device = CurrentSignIn.device(request);
        Optional<Recognised> recognised = SessionCookie.read(request).flatMap(token -> signIn.recognise(token, device));
        Optional<String> refreshToken = SessionCookie.readRefresh(request);
        if (recognised.isPresent() || refreshToken.isEmpty() || isForged(request)) {
            return recognised;
        }
        Optional<Renewal> renewal = signIn.renew(refreshToken.get(), device);
        renewal.map(Renewal::tokens).ifPresent(tokens -> SessionCookie.write(request, response, tokens));
        if (renewal.isEmpty()) {
            SessionCookie.clear(request, response);
        }
        return renewal.map(Renewal::recognised);
    }

    /** What is answered to programs, so that a failure is too and no page for people. */
    private static boolean isForPrograms(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/") || path.equals("/mcp") || path.startsWith("/mcp/");
    }

    /** What looks the same for everybody, and must be there while the database is not. */
    private static boolean isSameForEverybody(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/health") || path.contains("/jakarta.faces.resource/");
    }

    private static boolean isForged(HttpServletRequest request) {
        if (SAFE_METHODS.contains(request.getMethod())) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        return RequestOrigin.isForeign(request);
    }
}
