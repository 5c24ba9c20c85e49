package io.strata.accounts;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.UUID;

/**
 * A sign-in as its owner sees it.
 *
 * @param device the browser or program and its system, in words
 * @param userAgent what it says about itself
 * @param address where it was last used from
 * @param lastUsedAt to the minute
 * @param endsAt when it ends at the latest
 * @param current whether it is the one that asks
 */
@RequiredFields(allBut = {})
public record SignInView(
        UUID id,
        String device,
        String userAgent,
        String address,
        Instant startedAt,
        Instant lastUsedAt,
        Instant endsAt,
        boolean current) {}
