package io.strata.accounts;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.UUID;

/**
 * A person as administrators see them.
 *
 * @param email {@code null} when none is known
 * @param administrator of the installation
 * @param active whether they may sign in
 * @param secondFactor whether signing in asks for a code
 * @param lastUsedAt when they last used a sign-in that has not ended; {@code null} when they have none
 */
@RequiredFields(allBut = {"email", "lastUsedAt"})
public record PersonView(
        UUID id,
        String handle,
        String displayName,
        String email,
        boolean administrator,
        boolean active,
        boolean secondFactor,
        Instant lastUsedAt,
        Instant createdAt) {}
