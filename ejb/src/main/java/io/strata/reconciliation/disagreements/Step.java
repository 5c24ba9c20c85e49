package io.strata.reconciliation.disagreements;

/**
 * A part of a repair: what it changes, and the work that does it. A preview shows the change and leaves the work alone,
 * so that what is shown is what is done.
 *
 * @param afterCommit whether the work belongs to a store without transactions, so that it is done once the others have
 *     committed; it must then be harmless to leave undone
 */
public record Step(Change change, Runnable work, boolean afterCommit) {

    /** Work within the transaction. */
    public static Step of(Store store, String what, Object before, Object after, Runnable work) {
        return new Step(new Change(store, what, before, after), work, false);
    }
}
