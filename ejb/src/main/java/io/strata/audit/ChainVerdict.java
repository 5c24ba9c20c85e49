package io.strata.audit;

/**
 * What a verification has found.
 *
 * @param intact whether every entry is there, unchanged and in its place
 * @param position up to where the chain is intact
 * @param hash of that position
 * @param checkpoints how many checkpoints outside of the database agree; 0 when it did not come to them
 * @param broken the first link that is not right; {@code null} when all are
 */
public record ChainVerdict(boolean intact, long position, String hash, long checkpoints, ChainBreak broken) {}
