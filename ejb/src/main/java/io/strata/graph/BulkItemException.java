package io.strata.graph;

import io.strata.common.ProblemException;
import io.strata.common.ProblemException.FieldProblem;
import java.util.List;

/** An item of a bulk change cannot be done; ends the transaction of all. */
class BulkItemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int index;
    private final transient ProblemException problem;

    BulkItemException(int index, ProblemException problem) {
        super(problem);
        this.index = index;
        this.problem = problem;
    }

    int index() {
        return index;
    }

    ProblemException problem() {
        return problem;
    }

    /** The problem, with the names of fields as the request has them. */
    List<FieldProblem> details() {
        String item = "items[" + index + "]";
        return problem.details().isEmpty()
                ? List.of(new FieldProblem(item, problem.getMessage()))
                : problem.details().stream()
                        .map(detail -> new FieldProblem(item + "." + detail.field(), detail.message()))
                        .toList();
    }
}
