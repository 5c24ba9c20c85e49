package io.strata.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** Where a request comes from, as the browser says (RFC 6454). Programs that are no browsers say nothing. */
public final class RequestOrigin {

    private RequestOrigin() {}

    /** Whether a page of another site has sent a request. */
    public static boolean isForeign(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin != null && !sameAuthority(origin, request.getHeader("Host"));
    }

    private static boolean sameAuthority(String origin, String host) {
        try {
            return URI.create(origin).getAuthority() != null
                    && URI.create(origin).getAuthority().equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
