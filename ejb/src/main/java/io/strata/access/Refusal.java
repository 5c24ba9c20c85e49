package io.strata.access;

import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * That somebody was not allowed something; told to observers once the call and its transaction are over. A change of a
 * thing that was not found counts too, except by administrators, from whom nothing is hidden: whether the thing was absent
 * or only invisible is the observer's to find out.
 *
 * @param action the permission that was asked for
 * @param operation the method, or the page
 * @param references the ids and short ids that the call has named, in their order
 * @param answer forbidden, not found or budget exhausted
 * @param reason what the caller was told
 */
public record Refusal(
        Caller caller, Action action, String operation, List<String> references, ProblemType answer, String reason) {

    private static final Pattern REFERENCE =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[A-Z][A-Z0-9]{1,9}-C?[0-9]{1,18}");

    /** Whether a problem that a call ended with is a refusal. */
    static boolean isOne(ProblemException problem, Caller caller, Action action) {
        return problem.type() == ProblemType.FORBIDDEN
                || problem.type() == ProblemType.BUDGET_EXHAUSTED
                || (problem.type() == ProblemType.NOT_FOUND && isChange(action) && !caller.administrator());
    }

    static Refusal of(ProblemException problem, Caller caller, Action action, InvocationContext call) {
        return new Refusal(
                caller,
                action,
                call.getMethod().getDeclaringClass().getSimpleName() + "."
                        + call.getMethod().getName(),
                Arrays.stream(call.getParameters())
                        .flatMap(Refusal::named)
                        .filter(text -> REFERENCE.matcher(text).matches())
                        .toList(),
                problem.type(),
                problem.getMessage());
    }

    private static Stream<String> named(Object argument) {
        if (argument instanceof Referring referring) {
            return referring.references().stream();
        }
        return argument instanceof UUID || argument instanceof String ? Stream.of(argument.toString()) : Stream.empty();
    }

    /** The same, with the things that a call further in has named if this one names none. */
    Refusal within(Refusal inner) {
        return references.isEmpty() ? new Refusal(caller, action, operation, inner.references, answer, reason) : this;
    }

    private static boolean isChange(Action action) {
        return action != Action.SIGNED_IN && !action.name().endsWith("_READ");
    }
}
