package io.strata.imports;

import io.strata.common.ProblemException;
import io.strata.common.ProblemException.FieldProblem;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a file, each with its place in it. */
final class Problems {

    private static final int MAXIMUM = 1000;

    private final List<FieldProblem> found = new ArrayList<>();

    void add(String place, String message) {
        if (found.size() < MAXIMUM) {
            found.add(new FieldProblem(place, message));
        }
    }

    /** Runs a check and takes over what it complains about. */
    void check(String place, Runnable check) {
        try {
            check.run();
        } catch (ProblemException e) {
            if (e.details().isEmpty()) {
                add(place, e.getMessage());
            }
            e.details().forEach(detail -> add(place + "." + detail.field(), detail.message()));
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Throws a {@link ProblemException} that names the first thousand, if there are any. */
    void done() {
        if (!found.isEmpty()) {
            throw ProblemException.validation(found);
        }
    }
}
