package io.strata.common;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** A moment in a query string: a day, which begins at midnight UTC, or a time. */
public final class MomentParameter {

    private MomentParameter() {}

    /**
     * Reads a moment.
     *
     * @param field what to call it when it is wrong
     * @param validation learns of it when it is
     * @return {@code null} for nothing, and for what is wrong
     */
    public static Instant read(String field, String value, Validation validation) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return value.contains("T")
                    ? Instant.parse(value)
                    : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            validation.problem(field, "must look like 2026-11-21 or 2026-11-21T16:40:00Z");
            return null;
        }
    }
}
