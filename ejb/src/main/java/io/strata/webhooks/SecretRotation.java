package io.strata.webhooks;

import io.strata.common.Validation;
import java.time.Duration;

/**
 * How the secret of a webhook is replaced.
 *
 * @param overlapHours for how long the secret before the new one signs as well, in hours, 0 to 168; {@code null}: a day
 */
public record SecretRotation(Integer overlapHours) {

    private static final int DEFAULT = 24;
    private static final int MAXIMUM = 168;

    Validation validate() {
        Validation validation = new Validation();
        return overlapHours != null && (overlapHours < 0 || overlapHours > MAXIMUM)
                ? validation.problem("overlap_hours", "must be between 0 and " + MAXIMUM)
                : validation;
    }

    Duration overlap() {
        return Duration.ofHours(overlapHours == null ? DEFAULT : overlapHours);
    }
}
