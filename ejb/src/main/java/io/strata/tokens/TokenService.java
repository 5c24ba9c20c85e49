package io.strata.tokens;

import io.strata.access.Action;
import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.access.Requires;
import io.strata.accounts.agents.AgentService;
import io.strata.accounts.agents.AgentView;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.common.Validation;
import io.strata.events.DomainEvent;
import io.strata.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Making and revoking tokens: people for themselves, and for an agent whoever looks after it. Administrators of the
 * installation see and revoke everybody's. No token makes another one. What is revoked is refused at its next request.
 */
@ApplicationScoped
@Transactional
public class TokenService {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    AgentService agents;

    @Inject
    TokenQueries tokens;

    @Inject
    TokenPlaces places;

    @Inject
    AuditLog audit;

    @Inject
    Events events;

    /** The caller's own tokens, newest first, ended ones included. */
    @Requires(Action.ACCOUNT_MANAGE)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<TokenView> own(String cursor, Integer requestedLimit) {
        return page(CurrentCaller.require().actorId(), cursor, requestedLimit);
    }

    /** The tokens of an agent, newest first, for those who look after it. */
    @Requires(Action.WORKSPACE_MANAGE)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<TokenView> ofAgent(UUID agentId, String cursor, Integer requestedLimit) {
        return page(agents.managed(agentId).id(), cursor, requestedLimit);
    }

    /** Everybody's tokens, newest first. */
    @Requires(Action.SYSTEM_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<TokenView> all(String cursor, Integer requestedLimit) {
        return page(null, cursor, requestedLimit);
    }

    /**
     * Makes a token of the caller's own.
     *
     * @throws ProblemException validation; conflict, when they have too many
     */
    @Requires(Action.ACCOUNT_MANAGE)
    public IssuedToken issue(NewToken wanted) {
        TokenRules.check(wanted);
        return issue(CurrentCaller.require().actorId(), wanted, null, null);
    }

    /**
     * Makes a token of an agent. It reaches no further than the agent's workspace, unless an administrator of the
     * installation names other places.
     *
     * @throws ProblemException validation; conflict, when the agent is not active or has too many
     */
    @Requires(Action.WORKSPACE_MANAGE)
    public IssuedToken issueFor(UUID agentId, NewToken wanted) {
        Caller caller = CurrentCaller.require();
        if (caller.token() != null) {
            throw new ProblemException(ProblemType.FORBIDDEN, "No token makes another one. Sign in.");
        }
        AgentView agent = agents.managed(agentId);
        if (!agent.active()) {
            throw ProblemException.conflict("The agent is not active.");
        }
        TokenRules.check(wanted);
        NewToken somewhere = namesPlaces(wanted) ? wanted : forWorkspace(wanted, agent.workspaceId());
        UUID within = caller.administrator() ? null : agent.workspaceId();
        return issue(agentId, somewhere, within, agent.workspaceId());
    }

    /**
     * Ends a token.
     *
     * @throws ProblemException not found, also when it is somebody else's; conflict, when it has been revoked before
     */
    @Requires(Action.ACCOUNT_MANAGE)
    public TokenView revoke(UUID id) {
        Caller caller = CurrentCaller.require();
        ApiToken token = entities.find(ApiToken.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (token == null
                || !(token.actorId().equals(caller.actorId())
                        || caller.administrator()
                        || agents.manages(token.actorId()))) {
            throw ProblemException.notFound("token");
        }
        if (token.status(Instant.now()) == TokenStatus.REVOKED) {
            throw ProblemException.conflict("The token has been revoked before.");
        }
        TokenView before = tokens.view(id);
        token.revoke(caller.actorId());
        entities.flush();
        TokenView after = tokens.view(id);
        tell("token.revoked", token, agents.workspaceOf(token.actorId()), before, after);
        return after;
    }

    /** Its actor hears of it in person, and so do their connections, of which it may be the end. */
    private void tell(String what, ApiToken token, UUID workspaceId, TokenView before, TokenView after) {
        audit.record(what, "token", token.id(), workspaceId, before, after);
        events.publish(DomainEvent.now(
                what,
                workspaceId,
                null,
                token.id(),
                Map.of("name", after.name(), "recipients", List.of(token.actorId()))));
    }

    private IssuedToken issue(UUID actorId, NewToken wanted, UUID within, UUID workspaceId) {
        requireRoom(actorId);
        TokenText text = TokenText.random();
        ApiToken token = new ApiToken(actorId, CurrentCaller.require().actorId(), text, wanted, !namesPlaces(wanted));
        entities.persist(token);
        entities.flush();
        places.add(token.id(), wanted, within);
        entities.flush();
        TokenView view = tokens.view(token.id());
        tell("token.created", token, workspaceId, null, view);
        return new IssuedToken(view, text.text());
    }

    private static boolean namesPlaces(NewToken wanted) {
        return wanted.nodes() != null && !wanted.nodes().isEmpty()
                || wanted.workspaces() != null && !wanted.workspaces().isEmpty();
    }

    private static NewToken forWorkspace(NewToken wanted, UUID workspaceId) {
        if (workspaceId == null) {
            throw ProblemException.validation("workspaces", "is required, because the agent's workspace has gone");
        }
        return new NewToken(
                wanted.name(),
                wanted.expiresInDays(),
                wanted.actions(),
                null,
                List.of(workspaceId),
                wanted.dailyChanges());
    }

    private void requireRoom(UUID actorId) {
        long active = entities.createQuery("""
                        select count(t) from ApiToken t
                        where t.actorId = :actor and t.revokedAt is null and t.expiresAt > :now
                        """, Long.class)
                .setParameter("actor", actorId)
                .setParameter("now", Instant.now())
                .getSingleResult();
        if (active >= TokenRules.MOST_TOKENS) {
            throw ProblemException.conflict(
                    "There are " + TokenRules.MOST_TOKENS + " tokens already; revoke some that are not needed.");
        }
    }

    private Page<TokenView> page(UUID actorId, String cursor, Integer requestedLimit) {
        int limit = Page.limit(requestedLimit);
        UUID before = cursor == null ? new UUID(-1, -1) : Validation.identifier(cursor, "cursor");
        return Page.of(
                tokens.list(actorId, before, limit + 1),
                limit,
                token -> token.id().toString());
    }
}
