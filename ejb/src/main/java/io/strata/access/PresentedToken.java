package io.strata.access;

import io.strata.common.RequiredFields;
import java.util.Set;
import java.util.UUID;

/**
 * A token that a request came with, and what it is limited to. Its holder may do what its actor may do, within these
 * limits; where it reaches is known to the database, which decides.
 *
 * @param everywhere whether it reaches wherever its actor does
 * @param actions what it may be used for; {@code null} for whatever its actor may do
 * @param dailyChanges how many changes may be made with it in a day (UTC); {@code null} for any number
 */
@RequiredFields(allBut = {"actions", "dailyChanges"})
public record PresentedToken(UUID id, String name, boolean everywhere, Set<Action> actions, Integer dailyChanges) {

    /** Whether it allows less than its actor may do, its number of changes aside. */
    public boolean limited() {
        return !everywhere || actions != null;
    }

    /** Whether it may be used for something. */
    public boolean covers(Action action) {
        return actions == null || actions.contains(action);
    }
}
