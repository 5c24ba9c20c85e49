package io.strata.audit.chain;

/**
 * What came of verifying an export.
 *
 * @param wrong the first thing that is wrong, in words; {@code null} when every byte is as it was written
 * @param line the line that was looked at last: the one that is wrong, or the last one
 * @param entries how many entries were found right
 * @param position the position of the last of them; 0 when there is none
 * @param hash its hash
 */
public record Verdict(String wrong, long line, long entries, long position, String hash) {

    /** Whether nothing is wrong. */
    public boolean intact() {
        return wrong == null;
    }
}
