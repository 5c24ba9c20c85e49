package io.strata.common;

import io.strata.common.ProblemException.FieldProblem;
import java.util.List;

/** The one form that every error has. */
public record ErrorEnvelope(Error error) {

    /**
     * What went wrong.
     *
     * @param code what clients switch over
     * @param message what people read
     * @param details the fields that are wrong, if it is about fields
     * @param incident finds the cause in the server's log; only for errors of the server itself
     */
    public record Error(String code, String message, List<FieldProblem> details, String incident) {}

    static ErrorEnvelope of(ProblemType type, String message, List<FieldProblem> details, String incident) {
        return new ErrorEnvelope(new Error(type.code(), message, details, incident));
    }
}
