package io.strata.graph;

import io.strata.common.ProblemException;
import io.strata.common.ProblemException.FieldProblem;
import java.util.List;

/**
 * What became of a part of a bulk change.
 *
 * @param index its place in the request, from 0
 * @param node the node as it is now, or as it was before it was deleted; {@code null} when the item failed
 * @param error {@code null} when it did not fail
 */
public record BulkResult(int index, BulkOperation op, NodeView node, Failure error) {

    /**
     * Why an item failed, in the words of the error envelope.
     *
     * @param details {@code null} when no field is to blame
     */
    public record Failure(String code, String message, List<FieldProblem> details) {

        static Failure of(ProblemException problem) {
            List<FieldProblem> details = problem.details().isEmpty() ? null : problem.details();
            return new Failure(problem.type().code(), problem.getMessage(), details);
        }
    }
}
