package io.strata.common;

import io.strata.access.ApprovalRequired;
import io.strata.transaction.LostRace;
import io.strata.transaction.StoreFailure;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Turns whatever goes wrong in the API into the envelope. What is not known is logged under an incident number, and
 * only the number is told.
 */
@Provider
public class ThrowableMapper implements ExceptionMapper<Throwable> {

    /** The attribute of a request that holds what it has failed with. */
    public static final String FAILURE = ThrowableMapper.class.getName();

    private static final Logger LOG = Logger.getLogger(ThrowableMapper.class.getName());

    @Context
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        if (request != null) { // not where Jakarta REST is not in charge
            request.setAttribute(FAILURE, failure);
        }
        ApprovalRequired kept = find(failure, ApprovalRequired.class);
        if (kept != null) {
            return accepted(kept);
        }
        ProblemException problem = find(failure, ProblemException.class);
        if (problem != null) {
            return problem(problem);
        }
        if (find(failure, JsonbException.class) != null || find(failure, JsonException.class) != null) {
            return envelope(ProblemType.BAD_REQUEST, "The request's JSON cannot be read as what is expected here.");
        }
        if (find(failure, IllegalCharsetNameException.class) != null
                || find(failure, UnsupportedCharsetException.class) != null) {
            return envelope(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The request's character set is not known here.");
        }
        var store = StoreFailure.classify(failure);
        if (store.isPresent()) {
            logOutage(failure);
            return unavailable(store.get());
        }
        if (LostRace.caused(failure)) {
            return Response.fromResponse(envelope(
                            ProblemType.CONFLICT,
                            "Too many others are changing the same thing. Nothing was changed; try again."))
                    .header("Retry-After", 1)
                    .build();
        }
        if (failure.toString().contains("RequestTooBigException") || causeMentions(failure, "RequestTooBig")) {
            return envelope(ProblemType.TOO_LARGE, "The request is larger than this server accepts.");
        }
        if (failure instanceof WebApplicationException http) {
            return framework(http);
        }
        if (failure instanceof ProcessingException) {
            return envelope(ProblemType.BAD_REQUEST, "The request's body cannot be read.");
        }
        return incident(failure);
    }

    /** In one line: while a store is away every request ends here, and its stack says nothing new. */
    private static void logOutage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        LOG.log(Level.WARNING, "A store is not available: {0}", cause);
        LOG.log(Level.FINE, "A store is not available", failure);
    }

    /** Not an error, but no answer to the call either: it waits for a person. */
    private static Response accepted(ApprovalRequired kept) {
        return Response.accepted(Json.write(kept.request()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Location", "/api/v1/approvals/" + kept.requestId())
                .build();
    }

    private static Response problem(ProblemException problem) {
        if (problem.type().status() >= 500) {
            LOG.log(Level.WARNING, problem.getMessage(), problem);
        }
        Response response = respond(
                problem.type(),
                ErrorEnvelope.of(
                        problem.type(),
                        problem.getMessage(),
                        problem.details().isEmpty() ? null : problem.details(),
                        null));
        return problem.retryAfter()
                .map(pause -> Response.fromResponse(response)
                        .header("Retry-After", Math.max(1, pause.toSeconds()))
                        .build())
                .orElse(response);
    }

    private static Response unavailable(ProblemType type) {
        String store = switch (type) {
            case GRAPH_UNAVAILABLE -> "The graph store (Neo4j)";
            case DATABASE_UNAVAILABLE -> "The database (PostgreSQL)";
            case MESSAGING_UNAVAILABLE -> "The message broker";
            default -> "A store";
        };
        return Response.fromResponse(envelope(type, store + " is not available. Nothing was changed; try again later."))
                .header("Retry-After", 5)
                .build();
    }

    private static Response framework(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        ProblemType type = Arrays.stream(ProblemType.values())
                .filter(candidate -> candidate.status() == status)
                .findFirst()
                .orElse(status < 500 ? ProblemType.BAD_REQUEST : null);
        if (type == null || status >= 500) {
            return incident(failure);
        }
        String message = switch (type) {
            case NOT_FOUND -> "There is nothing under this address.";
            case METHOD_NOT_ALLOWED -> "This address does not support the method.";
            case NOT_ACCEPTABLE -> "The answer cannot be given in a media type that the request accepts.";
            case UNSUPPORTED_MEDIA_TYPE -> "The request's media type is not supported here.";
            case TOO_LARGE -> "The request is larger than this server accepts.";
            default -> "The request cannot be understood.";
        };
        Response.ResponseBuilder response = Response.fromResponse(envelope(type, message));
        Object allowed = failure.getResponse().getHeaderString("Allow");
        return allowed == null
                ? response.build()
                : response.header("Allow", allowed).build();
    }

    private static Response incident(Throwable failure) {
        String incident = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, "Incident " + incident, failure);
        return respond(
                ProblemType.INTERNAL_ERROR,
                ErrorEnvelope.of(
                        ProblemType.INTERNAL_ERROR,
                        "Something went wrong on our side. An operator finds the cause under incident " + incident
                                + ".",
                        null,
                        incident));
    }

    private static Response envelope(ProblemType type, String message) {
        return respond(type, ErrorEnvelope.of(type, message, null, null));
    }

    private static Response respond(ProblemType type, ErrorEnvelope envelope) {
        return Response.status(type.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Json.write(envelope))
                .build();
    }

    private static <T extends Throwable> T find(Throwable failure, Class<T> type) {
        Throwable current = failure;
        while (current != null) {
            if (type.isInstance(current)) {
                return type.cast(current);
            }
            current = current.getCause() == current ? null : current.getCause();
        }
        return null;
    }

    private static boolean causeMentions(Throwable failure, String name) {
        for (Throwable current = failure; current != null; current = current.getCause()) {
            if (current.getClass().getSimpleName().contains(name)) {
                return true;
            }
        }
        return false;
    }
}
