package io.strata.common;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes the error envelope where Jakarta REST is not in charge. */
public final class ProblemResponse {

    private ProblemResponse() {}

    /** Answers with a problem. */
    public static void send(HttpServletResponse response, ProblemType type, String message) throws IOException {
        send(response, new ProblemException(type, message));
    }

    /** Answers with the problem that a failure amounts to. */
    public static void send(HttpServletResponse response, Throwable failure) throws IOException {
        try (Response mapped = new ThrowableMapper().toResponse(failure)) {
            response.setStatus(mapped.getStatus());
            response.setContentType("application/json");
            mapped.getStringHeaders().forEach((name, values) -> {
                if (!name.equalsIgnoreCase("Content-Type")) {
                    response.setHeader(name, values.get(0));
                }
            });
            response.getOutputStream().write(((String) mapped.getEntity()).getBytes(StandardCharsets.UTF_8));
        }
    }
}
