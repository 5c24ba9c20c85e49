package io.strata.accounts;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.UUID;

/**
 * An account as its owner sees it.
 *
 * @param email {@code null} when none is known
 * @param administrator of the installation
 * @param secondFactor whether signing in asks for a code
 * @param recoveryCodesLeft how many are unused; zero without a second factor
 */
@RequiredFields(allBut = "email")
public record AccountView(
        UUID id,
        String handle,
        String displayName,
        String email,
        boolean administrator,
        boolean secondFactor,
        int recoveryCodesLeft,
        Instant createdAt) {}
