package io.strata.graph;

import io.strata.common.Validation;
import java.time.LocalDate;

/**
 * What a cycle shall be; of one that exists already, what is {@code null} stays as it is.
 *
 * @param startDate its first day
 * @param endDate its last day
 */
public record CycleRequest(String name, LocalDate startDate, LocalDate endDate) {

    private static final int MAXIMUM_NAME = 200;

    /** Requires that a cycle can be like this. */
    public void check() {
        Validation validation = new Validation()
                .text("name", name, MAXIMUM_NAME)
                .present("start_date", startDate)
                .present("end_date", endDate);
        if (startDate != null && endDate != null && endDate.isBefore(startDate)) {
            validation.problem("end_date", "must not be before the start");
        }
        validation.done();
    }
}
