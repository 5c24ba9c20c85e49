package io.strata.accounts;

import jakarta.servlet.http.HttpServletRequest;

/** Where a request comes from, as the browser says (RFC 6454). Programs that are no browsers say nothing. */
public final class RequestOrigin {

    private RequestOrigin() {}

    /** Whether a page of another site has sent a request. */
    public static boolean isForeign(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin != null && !SameOrigin.is(origin, request.getHeader("Host"));
    }
}
