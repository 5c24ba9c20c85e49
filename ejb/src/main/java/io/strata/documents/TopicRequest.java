package io.strata.documents;

import io.strata.common.Validation;
import java.util.regex.Pattern;

/**
 * A new topic, or changes to one; in changes, what is {@code null} stays as it is.
 *
 * @param description what documents of this topic are about; the classifier goes by it
 * @param colour for example {@code #3b82f6}
 */
public record TopicRequest(String name, String description, String colour) {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int MAXIMUM_NAME = 100;
    private static final int MAXIMUM_DESCRIPTION = 2000;

    void validateAsNew() {
        validate(new Validation().text("name", name, MAXIMUM_NAME));
    }

    void validateAsChange() {
        Validation validation = new Validation().optionalText("name", name, MAXIMUM_NAME);
        if (name != null && name.isBlank()) {
            validation.problem("name", "must not be empty");
        }
        validate(validation);
    }

    private void validate(Validation validation) {
        validation.optionalText("description", description, MAXIMUM_DESCRIPTION);
        if (colour != null) {
            validation.matches("colour", colour, COLOUR, "must look like #3b82f6");
        }
        validation.done();
    }
}
