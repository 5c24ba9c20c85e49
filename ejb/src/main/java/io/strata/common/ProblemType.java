package io.strata.common;

/**
 * The closed catalogue of what can go wrong from a caller's point of view. Each has the code that clients switch over
 * and the HTTP status that carries it.
 */
public enum ProblemType {
    BAD_REQUEST(400),
    UNAUTHENTICATED(401),
    /** The password is right, and the account asks for a code beside it. */
    SECOND_FACTOR_REQUIRED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONFLICT(409),
    PRECONDITION_FAILED(412),
    TOO_LARGE(413),
    /** What somebody keeps would become more than they may keep. */
    QUOTA_EXCEEDED(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    RANGE_NOT_SATISFIABLE(416),
    VALIDATION_ERROR(422),
    RATE_LIMITED(429),
    /** The token that the caller uses has made all its changes of the day. */
    BUDGET_EXHAUSTED(429),
    INTERNAL_ERROR(500),
    DATABASE_UNAVAILABLE(503),
    GRAPH_UNAVAILABLE(503),
    STORAGE_UNAVAILABLE(503),
    MESSAGING_UNAVAILABLE(503);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    /** The stable code of the error envelope, for example {@code graph_unavailable}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
