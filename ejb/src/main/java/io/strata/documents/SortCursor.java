package io.strata.documents;

import io.strata.common.ProblemException;
import io.strata.common.Validation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * The place in a sorted list after which it goes on: what the last row was sorted by, and its id where rows are alike.
 *
 * @param value in the form in which the database writes it
 */
record SortCursor(String value, UUID id) {

    private static final char BETWEEN = '\n';

    /**
     * Reads a cursor that a list has given.
     *
     * @throws ProblemException validation, when none has
     */
    static SortCursor read(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int end = text.indexOf(BETWEEN);
            if (text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("no store keeps this character");
            }
            return new SortCursor(text.substring(end + 1), Validation.identifier(text.substring(0, end), "row"));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ProblemException e) {
            throw ProblemException.validation("cursor", "is none that a list gave");
        }
    }

    /** As callers pass it on. */
    String text() {
        byte[] text = (id.toString() + BETWEEN + value).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }
}
