package io.strata.graph.questions;

import io.strata.common.ProblemException;

/**
 * How much of something a question may ask for.
 *
 * @param field what callers call it
 * @param usual how much it is when they do not say
 * @param most how much it is at most; at least it is one
 */
record Bound(String field, int usual, int most) {

    int of(Integer requested) {
        if (requested == null) {
            return usual;
        }
        if (requested < 1 || requested > most) {
            throw ProblemException.validation(field, "must be between 1 and " + most);
        }
        return requested;
    }
}
