package io.strata.operations;

/**
 * How one dependency answered.
 *
 * @param latencyMs how long it took to answer or to fail, in milliseconds
 * @param cause why it is down; {@code null} when it is up
 */
public record DependencyHealth(String name, boolean up, long latencyMs, String cause) {}
