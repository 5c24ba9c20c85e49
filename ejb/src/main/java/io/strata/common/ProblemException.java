package io.strata.common;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A problem whose cause the caller can understand. It ends the transaction it is thrown in with a rollback, and
 * becomes the one error envelope at the edge.
 */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<FieldProblem> details;
    private final Duration retryAfter;

    /**
     * What is wrong with one field.
     *
     * @param field the name the client used
     * @param message what is wrong and what would be right
     */
    public record FieldProblem(String field, String message) {}

    /** A problem of a type, with a sentence for the person who meets it. */
    public ProblemException(ProblemType type, String message) {
        this(type, message, List.of(), null, null);
    }

    /** As above, with the cause for the log. */
    public ProblemException(ProblemType type, String message, Throwable cause) {
        this(type, message, List.of(), null, cause);
    }

    private ProblemException(
            ProblemType type, String message, List<FieldProblem> details, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.type = type;
        this.details = List.copyOf(details);
        this.retryAfter = retryAfter;
    }

    /** The thing does not exist, or the caller may not know that it does; the two look the same. */
    public static ProblemException notFound(String what) {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no such " + what + ".");
    }

    /** The request contradicts the present state. */
    public static ProblemException conflict(String message) {
        return new ProblemException(ProblemType.CONFLICT, message);
    }

    /** One field is wrong. */
    public static ProblemException validation(String field, String message) {
        return validation(List.of(new FieldProblem(field, message)));
    }

    /** Several fields are wrong. */
    public static ProblemException validation(List<FieldProblem> details) {
        String message = details.size() == 1
                ? details.get(0).field() + ": " + details.get(0).message()
                : details.size() + " fields are not valid.";
        return new ProblemException(ProblemType.VALIDATION_ERROR, message, details, null, null);
    }

    /** The caller asks too often, and may do so again after a while. */
    public static ProblemException tooOften(Duration retryAfter, String message) {
        return new ProblemException(ProblemType.RATE_LIMITED, message, List.of(), retryAfter, null);
    }

    /** The request contradicts the present state, which passes by itself. */
    public static ProblemException busy(Duration retryAfter, String message) {
        return new ProblemException(ProblemType.CONFLICT, message, List.of(), retryAfter, null);
    }

    /** The caller has used up what was granted, and gets more after a while. */
    public static ProblemException budgetExhausted(Duration retryAfter, String message) {
        return new ProblemException(ProblemType.BUDGET_EXHAUSTED, message, List.of(), retryAfter, null);
    }

    /** What kind of problem it is. */
    public ProblemType type() {
        return type;
    }

    /** The fields that are wrong; empty when the problem is of another kind. */
    public List<FieldProblem> details() {
        return details == null ? List.of() : details;
    }

    /** When the caller may try again, if waiting helps. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
