package io.strata.graph;

/** Ends a transaction that was only tried: everything in it went well, and nothing of it remains. */
class Rehearsal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Rehearsal() {
        super("only tried", null, false, false);
    }
}
