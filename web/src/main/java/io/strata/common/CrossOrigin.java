package io.strata.common;

import io.strata.settings.Setting;
import io.strata.settings.Settings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;

/**
 * Lets pages of other sites that an operator has named use the API from a browser (WHATWG Fetch, section 3.2). They act
 * with a token of their own: credentials are never allowed, so a visitor's cookie is of no use to them. Pages of all
 * other sites get the same answers as ever, which their browser does not show them.
 */
public class CrossOrigin extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS = "Authorization, Content-Type, Accept, If-Match, If-None-Match, "
            + "Idempotency-Key, Range, Last-Event-ID, Mcp-Protocol-Version, Mcp-Method, Mcp-Name";
    private static final String ANSWER_HEADERS = "ETag, Location, Retry-After, X-RateLimit-Limit, "
            + "X-RateLimit-Remaining, X-RateLimit-Reset, Idempotency-Replayed, Content-Disposition, Content-Range";

    /** Seconds for which a browser may remember what it was allowed. */
    private static final String REMEMBERED = "600";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.addHeader("Vary", "Origin");
        String origin = request.getHeader("Origin");
        if (!isAllowed(origin)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Access-Control-Expose-Headers", ANSWER_HEADERS);
        if (request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null) {
            response.setHeader("Access-Control-Allow-Methods", METHODS);
            response.setHeader("Access-Control-Allow-Headers", REQUEST_HEADERS);
            response.setHeader("Access-Control-Max-Age", REMEMBERED);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        chain.doFilter(request, response);
    }

    /**
     * Whether an operator has named a site.
     *
     * @param origin scheme, host and port, as in the header of that name; may be {@code null}
     */
    public static boolean isAllowed(String origin) {
        return origin != null
                && Arrays.stream(Settings.get(Setting.ALLOWED_ORIGINS).split(","))
                        .map(String::strip)
                        .anyMatch(origin::equalsIgnoreCase);
    }
}
