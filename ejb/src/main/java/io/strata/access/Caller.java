package io.strata.access;

import io.strata.common.RequiredFields;
import java.util.UUID;

/**
 * On whose behalf code runs.
 *
 * @param actorId the actor
 * @param handle the actor's unique short name
 * @param displayName what people see
 * @param administrator whether the actor administers the whole installation
 */
@RequiredFields(allBut = {})
public record Caller(UUID actorId, String handle, String displayName, boolean administrator) {

    private static final Caller SYSTEM = new Caller(new UUID(0, 0), "system", "Strata", true);

    /** The server itself: consumers, schedules and jobs that no person asked for. */
    public static Caller system() {
        return SYSTEM;
    }
}
