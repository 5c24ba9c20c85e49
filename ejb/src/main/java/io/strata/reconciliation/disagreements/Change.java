package io.strata.reconciliation.disagreements;

/**
 * What a repair changes in one store.
 *
 * @param what in words
 * @param before the state before, as a value that can be written as JSON; {@code null} when there was none
 * @param after the state after, likewise
 */
public record Change(Store store, String what, Object before, Object after) {}
