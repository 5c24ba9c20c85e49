package io.strata.audit;

import java.time.Instant;

/**
 * How far the chain goes.
 *
 * @param position of the last link; 0 when there is none
 * @param hash of the last link, in lower-case hexadecimal
 * @param sealedAt {@code null} when there is none
 */
public record ChainHead(long position, String hash, Instant sealedAt) {}
