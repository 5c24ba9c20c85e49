package io.strata.reconciliation;

/**
 * A key that at least one of two stores holds.
 *
 * @param left whether the left one holds it
 * @param right whether the right one holds it
 */
public record KeyPair(String key, boolean left, boolean right) {

    /** Whether both hold it. */
    public boolean agrees() {
        return left && right;
    }
}
