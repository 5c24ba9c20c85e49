package io.strata.limits;

import java.time.Duration;

/**
 * What became of one request, and how many more there may be.
 *
 * @param granted whether it may be made
 * @param perMinute how many there may be in a minute
 * @param remaining how many more there may be at once
 * @param full after what time {@code perMinute} may be made at once again
 * @param next after what time there may be another one; zero while some remain
 */
public record Allowance(boolean granted, int perMinute, int remaining, Duration full, Duration next) {}
