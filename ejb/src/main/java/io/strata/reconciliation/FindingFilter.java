package io.strata.reconciliation;

/**
 * Which findings are wanted; what is {@code null} does not matter.
 *
 * @param status open, ignored, resolved or repaired
 * @param text a part of the subject
 */
public record FindingFilter(String kind, String status, String text) {}
