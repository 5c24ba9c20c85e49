package io.strata.agents;

import io.strata.common.ProblemException;
import java.time.Duration;

/** How long an issue is kept for whoever works on it. */
final class Lease {

    private static final long USUAL_SECONDS = 30 * 60;
    private static final long LEAST_SECONDS = 60;
    private static final long MOST_SECONDS = 24 * 60 * 60;

    private Lease() {}

    /**
     * The length that was asked for, in seconds; half an hour when it was not said.
     *
     * @throws ProblemException validation, when it is less than a minute or more than a day
     */
    static Duration of(Long seconds) {
        if (seconds == null) {
            return Duration.ofSeconds(USUAL_SECONDS);
        }
        if (seconds < LEAST_SECONDS || seconds > MOST_SECONDS) {
            throw ProblemException.validation(
                    "lease_seconds", "must be between " + LEAST_SECONDS + " and " + MOST_SECONDS);
        }
        return Duration.ofSeconds(seconds);
    }
}
