package io.strata.audit;

import io.strata.common.RequiredFields;
import java.time.Instant;

/**
 * What is known of the chain.
 *
 * @param sealed how far it goes
 * @param unsealed how many entries wait for their place; more than a moment's worth means that nobody seals
 * @param verified what the last verification that came to an end has found; {@code null} before the first
 */
@RequiredFields(allBut = "verified")
public record ChainState(ChainHead sealed, long unsealed, Verified verified) {

    /** A verification. */
    public record Verified(Instant at, ChainVerdict verdict) {}
}
