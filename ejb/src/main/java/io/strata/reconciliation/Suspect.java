package io.strata.reconciliation;

/**
 * Something that looked wrong in passing and has to be looked at again.
 *
 * @param kind the name of the disagreement it may be
 */
public record Suspect(String kind, String subject) {}
