package io.strata.tokens;

import io.strata.access.Action;
import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A token as those see it who look after it; never its text.
 *
 * @param ending the last characters of its text
 * @param actions what it may be used for; {@code null} for whatever its actor may do
 * @param everywhere whether it reaches wherever its actor does, and {@code places} do not matter
 * @param dailyChanges how many changes may be made with it in a day (UTC); {@code null} for any number
 * @param changesToday how many of them have been made; zero when they are not counted
 * @param lastUsedAt exact to a minute; {@code null} when it has not been used
 */
@RequiredFields(allBut = {"actions", "dailyChanges", "createdBy", "lastUsedAt", "revokedAt", "revokedBy"})
public record TokenView(
        UUID id,
        UUID actorId,
        String actorHandle,
        String name,
        String ending,
        List<Action> actions,
        boolean everywhere,
        List<TokenPlaceView> places,
        Integer dailyChanges,
        int changesToday,
        TokenStatus status,
        UUID createdBy,
        Instant createdAt,
        Instant expiresAt,
        Instant lastUsedAt,
        Instant revokedAt,
        UUID revokedBy) {}
