package io.strata.common;

/** The body of a request. */
public final class RequestBody {

    private RequestBody() {}

    /**
     * Requires that there is one.
     *
     * @throws ProblemException bad request, when it is missing
     */
    public static <T> T require(T body) {
        if (body == null) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "A JSON object is expected as the body.");
        }
        return body;
    }
}
