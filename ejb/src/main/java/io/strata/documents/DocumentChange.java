package io.strata.documents;

import io.strata.common.ProblemException;
import io.strata.common.Validation;
import java.util.List;

/**
 * Changes to a document; what is {@code null} stays as it is.
 *
 * @param tags all that it shall have
 */
public record DocumentChange(String title, List<String> tags) {

    private static final int MAXIMUM_TITLE = 255;

    void validate() {
        Validation validation = new Validation().optionalText("title", title, MAXIMUM_TITLE);
        if (title != null && title.isBlank()) {
            validation.problem("title", "must not be empty");
        }
        validation.done();
        if (title == null && tags == null) {
            throw ProblemException.validation("title", "or tags are required");
        }
    }
}
