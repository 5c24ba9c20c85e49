package io.strata.requests;

import io.strata.access.CurrentCaller;
import io.strata.common.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What makes a request recognisable when it is sent again (draft-ietf-httpapi-idempotency-key-header-06). The draft has it
 * in quotes; most clients send it without, and both mean the same.
 *
 * @param value 1 to 255 visible characters of ASCII
 */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("\"([!#-\\[\\]-~]{1,255})\"|([!#-\\[\\]-~]{1,255})");

    /**
     * The key of a request, if it has one.
     *
     * @throws ProblemException validation, when it has another form
     */
    static Optional<IdempotencyKey> of(HttpServletRequest request) {
        String header = request.getHeader(HEADER);
        if (header == null) {
            return Optional.empty();
        }
        var form = FORM.matcher(header.strip());
        if (!form.matches()) {
            throw ProblemException.validation(HEADER, "must be 1 to 255 visible characters of ASCII");
        }
        return Optional.of(new IdempotencyKey(form.group(1) == null ? form.group(2) : form.group(1)));
    }

    /**
     * The same for the same request: what is asked for, with which words, under which condition, within the limits of
     * which API token.
     */
    static byte[] fingerprint(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {
                request.getMethod(),
                request.getRequestURI(),
                request.getQueryString(),
                request.getContentType(),
                request.getHeader("If-Match"),
                Optional.ofNullable(CurrentCaller.require().token())
                        .map(token -> token.id().toString())
                        .orElse(null)
            }) {
                digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
