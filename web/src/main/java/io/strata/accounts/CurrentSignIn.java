package io.strata.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/** The sign-in that a request was recognised by, and the device it comes from. */
public final class CurrentSignIn {

    private static final String ATTRIBUTE = CurrentSignIn.class.getName();

    private CurrentSignIn() {}

    /** The sign-in, if the request has one. */
    public static Optional<UUID> find(HttpServletRequest request) {
        return Optional.ofNullable((UUID) request.getAttribute(ATTRIBUTE));
    }

    static void bind(HttpServletRequest request, UUID signInId) {
        request.setAttribute(ATTRIBUTE, signInId);
    }

    /** Where a request comes from. */
    public static Device device(HttpServletRequest request) {
        return new Device(request.getHeader("User-Agent"), request.getRemoteAddr());
    }
}
