package io.strata.accounts;

import java.net.URI;

/** Whether a request comes from one of our own pages (RFC 6454). */
public final class SameOrigin {

    private SameOrigin() {}

    /**
     * Compares where a page is from with where it sends its request.
     *
     * @param origin the header {@code Origin}
     * @param host the header {@code Host}; may be {@code null}
     */
    public static boolean is(String origin, String host) {
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
