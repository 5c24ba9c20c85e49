/**
 * How many requests a caller may make in a minute. What holds is decided by {@link io.strata.limits.EffectiveLimits}:
 * exceptions are in PostgreSQL ({@code rate_limit}), everything else in the settings. How much of it a caller has used up
 * is in the server's cache {@code strata/requests} and nowhere else. The way in is
 * {@link io.strata.limits.RateLimiter}; pauses after wrong passwords are not here, but in {@code io.strata.accounts}.
 */
package io.strata.limits;
