package io.strata.common;

import io.strata.common.ProblemException.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Collects what is wrong with a request, so that the caller learns of every wrong field at once.
 */
public final class Validation {

    private final List<FieldProblem> problems = new ArrayList<>();

    /** Requires text that is present, not blank, free of control characters and not longer than a maximum. */
    public Validation text(String field, String value, int maximum) {
        if (value == null || value.isBlank()) {
            return problem(field, "is required");
        }
        return optionalText(field, value, maximum);
    }

    /** As {@link #text}, but absence is allowed. */
    public Validation optionalText(String field, String value, int maximum) {
        if (value == null) {
            return this;
        }
        if (value.length() > maximum) {
            return problem(field, "must have at most " + maximum + " characters");
        }
        boolean control =
                value.chars().anyMatch(c -> c == 0 || (Character.isISOControl(c) && !Character.isWhitespace(c)));
        return control ? problem(field, "must not contain control characters") : this;
    }

    /** Requires text of a certain form. */
    public Validation matches(String field, String value, Pattern form, String expectation) {
        return value != null && form.matcher(value).matches() ? this : problem(field, expectation);
    }

    /** Requires presence. */
    public Validation present(String field, Object value) {
        return value == null ? problem(field, "is required") : this;
    }

    /** Records a problem. */
    public Validation problem(String field, String message) {
        problems.add(new FieldProblem(field, message));
        return this;
    }

    /** Throws a {@link ProblemException} that names every wrong field, if there is any. */
    public void done() {
        if (!problems.isEmpty()) {
            throw ProblemException.validation(problems);
        }
    }

    /**
     * Reads an identifier out of a path.
     *
     * @throws ProblemException not found, when it is no identifier at all: a thing with such a name cannot exist
     */
    public static UUID identifier(String value, String what) {
        try {
            UUID id = UUID.fromString(value);
            if (id.toString().equalsIgnoreCase(value)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // falls through: neither form is an identifier
        }
        throw ProblemException.notFound(what);
    }
}
