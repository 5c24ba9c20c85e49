package io.strata.access;

import io.strata.common.RequiredFields;
import java.util.Optional;
import java.util.UUID;

/**
 * On whose behalf code runs.
 *
 * @param actorId the actor
 * @param handle the actor's unique short name
 * @param displayName what people see
 * @param administrator whether the caller administers the whole installation; never with a token that has limits
 * @param agent whether the actor is an agent and not a person
 * @param token what the request came with; {@code null} for somebody who has signed in
 */
@RequiredFields(allBut = "token")
public record Caller(
        UUID actorId, String handle, String displayName, boolean administrator, boolean agent, PresentedToken token) {

    private static final Caller SYSTEM = new Caller(new UUID(0, 0), "system", "Strata", true);

    /** A person who has signed in. */
    public Caller(UUID actorId, String handle, String displayName, boolean administrator) {
        this(actorId, handle, displayName, administrator, false, null);
    }

    /** The server itself: consumers, schedules and jobs that no person asked for. */
    public static Caller system() {
        return SYSTEM;
    }

    /** The token that allows less than its actor may do; empty when there is none. */
    public Optional<PresentedToken> limits() {
        return Optional.ofNullable(token).filter(PresentedToken::limited);
    }

    /** Whether this kind of caller can do something at all, whatever the actor's rights are. */
    boolean canEver(Action action) {
        return switch (action) {
            case SIGNED_IN -> true;
            case ACCOUNT_MANAGE -> token == null;
            case WORKSPACE_CREATE -> !agent && limits().isEmpty();
            case SYSTEM_READ, SYSTEM_OPERATE -> administrator;
            // whoever may read nodes sees which project and workspace they belong to; the policy decides about the rest
            case WORKSPACE_READ -> token == null || token.covers(action) || token.covers(Action.NODE_READ);
            default -> token == null || token.covers(action);
        };
    }
}
