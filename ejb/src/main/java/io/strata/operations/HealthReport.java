package io.strata.operations;

import java.time.Instant;
import java.util.List;

/**
 * The health of the installation at one moment.
 *
 * @param dependencies ordered by name
 */
public record HealthReport(Instant checkedAt, List<DependencyHealth> dependencies) {

    /** Whether every dependency is up. */
    public boolean up() {
        return dependencies.stream().allMatch(DependencyHealth::up);
    }
}
