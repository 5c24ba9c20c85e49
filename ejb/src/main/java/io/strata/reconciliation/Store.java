package io.strata.reconciliation;

/** The stores that are compared. */
public enum Store {
    DATABASE,
    GRAPH,
    OBJECTS
}
