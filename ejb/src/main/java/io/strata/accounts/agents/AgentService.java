package io.strata.accounts.agents;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Memberships;
import io.strata.access.Open;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.access.Role;
import io.strata.accounts.AccountRules;
import io.strata.accounts.Actor;
import io.strata.accounts.Actors;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import io.strata.events.DomainEvent;
import io.strata.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The agents of workspaces. A workspace's administrators make, change and deactivate them; administrators of the
 * installation those of every workspace, also of one that has gone. Members see who works beside them.
 */
@ApplicationScoped
@Transactional
public class AgentService {

    private static final int MAXIMUM_DESCRIPTION = 1000;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Policy policy;

    @Inject
    Memberships memberships;

    @Inject
    Actors actors;

    @Inject
    Agents agents;

    @Inject
    AuditLog audit;

    @Inject
    Events events;

    /** The agents that belong to a workspace, by handle. */
    @Requires(Action.WORKSPACE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<AgentView> list(UUID workspaceId, String cursor, Integer requestedLimit) {
        policy.require(Action.WORKSPACE_READ, workspaceId);
        return page(workspaceId, cursor, requestedLimit);
    }

    /** The agents of the installation, by handle. */
    @Requires(Action.SYSTEM_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<AgentView> all(String cursor, Integer requestedLimit) {
        return page(null, cursor, requestedLimit);
    }

    /** An agent. */
    @Requires(Action.WORKSPACE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public AgentView get(UUID id) {
        permit(Action.WORKSPACE_READ, agents.require(id));
        return agents.view(id);
    }

    /**
     * An agent that the caller looks after.
     *
     * @throws ProblemException not found; forbidden, when the caller sees it only
     */
    @Requires(Action.WORKSPACE_MANAGE)
    @Transactional(Transactional.TxType.SUPPORTS)
    public AgentView managed(UUID id) {
        permit(Action.WORKSPACE_MANAGE, agents.require(id));
        return agents.view(id);
    }

    /** Whether an actor is an agent that the caller looks after. */
    @Open("answers with no more than what the caller may change")
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean manages(UUID actorId) {
        Agent agent = entities.find(Agent.class, actorId);
        if (agent == null || agent.workspaceId() == null) {
            return agent != null && CurrentCaller.require().administrator();
        }
        return policy.visibility(Action.WORKSPACE_MANAGE).allows(agent.workspaceId());
    }

    /** The workspace that an actor belongs to as an agent; {@code null} when it has gone, and for people. */
    @Open("part of a change whose service has been asked for permission")
    @Transactional(Transactional.TxType.SUPPORTS)
    public UUID workspaceOf(UUID actorId) {
        Agent agent = entities.find(Agent.class, actorId);
        return agent == null ? null : agent.workspaceId();
    }

    /**
     * Makes an agent. It is a member of the workspace, with the role {@code agent}, and can do nothing before it has a
     * token.
     *
     * @throws ProblemException validation, also when the handle is taken
     */
    @Requires(Action.WORKSPACE_MANAGE)
    public AgentView create(UUID workspaceId, NewAgent wanted) {
        policy.require(Action.WORKSPACE_MANAGE, workspaceId);
        requireWorkspace(workspaceId);
        Validation validation = new Validation();
        AccountRules.handle(validation, wanted.handle());
        AccountRules.displayName(validation, wanted.displayName());
        validation.optionalText("description", wanted.description(), MAXIMUM_DESCRIPTION);
        UUID owner = wanted.ownerHandle() == null
                ? CurrentCaller.require().actorId()
                : owner(validation, wanted.ownerHandle(), workspaceId);
        actors.requireFree(validation, wanted.handle(), null, null).done();
        Actor actor = Actor.agent(wanted.handle(), wanted.displayName());
        actors.save(actor);
        Agent agent = new Agent(actor.id(), workspaceId);
        Optional.ofNullable(wanted.description()).ifPresent(agent::describe);
        agent.answerTo(owner);
        agents.add(agent);
        memberships.add(workspaceId, actor.id(), Role.AGENT);
        AgentView view = agents.view(actor.id());
        tell("agent.created", null, view);
        return view;
    }

    /** Changes an agent. */
    @Requires(Action.WORKSPACE_MANAGE)
    public AgentView change(UUID id, AgentChange change) {
        Agent agent = agents.require(id);
        permit(Action.WORKSPACE_MANAGE, agent);
        Validation validation = new Validation().optionalText("description", change.description(), MAXIMUM_DESCRIPTION);
        if (change.displayName() != null) {
            AccountRules.displayName(validation, change.displayName());
        }
        UUID owner = change.ownerHandle() == null ? null : owner(validation, change.ownerHandle(), agent.workspaceId());
        validation.done();
        AgentView before = agents.view(id);
        Actor actor = agents.actor(id);
        Optional.ofNullable(change.displayName()).ifPresent(actor::rename);
        Optional.ofNullable(change.description()).ifPresent(agent::describe);
        Optional.ofNullable(owner).ifPresent(agent::answerTo);
        return changed("agent.changed", before);
    }

    /** Refuses the tokens of an agent from now on. What it has made stays. */
    @Requires(Action.WORKSPACE_MANAGE)
    public AgentView deactivate(UUID id) {
        return activate(id, false, "agent.deactivated");
    }

    /** Takes the tokens of an agent again that have not ended meanwhile. */
    @Requires(Action.WORKSPACE_MANAGE)
    public AgentView reactivate(UUID id) {
        return activate(id, true, "agent.reactivated");
    }

    private AgentView activate(UUID id, boolean active, String action) {
        permit(Action.WORKSPACE_MANAGE, agents.require(id));
        AgentView before = agents.view(id);
        agents.actor(id).activate(active);
        return changed(action, before);
    }

    private AgentView changed(String action, AgentView before) {
        entities.flush();
        AgentView after = agents.view(before.id());
        tell(action, before, after);
        return after;
    }

    /** The agent hears of it in person, and so do its connections, of which it may be the end. */
    private void tell(String what, AgentView before, AgentView after) {
        audit.record(what, "agent", after.id(), after.workspaceId(), before, after);
        events.publish(DomainEvent.now(
                what,
                after.workspaceId(),
                null,
                after.id(),
                Map.of("handle", after.handle(), "recipients", List.of(after.id()))));
    }

    private void permit(Action action, Agent agent) {
        if (agent.workspaceId() != null) {
            policy.require(action, agent.workspaceId(), "agent");
        } else if (!CurrentCaller.require().administrator()) {
            throw ProblemException.notFound("agent");
        }
    }

    private Page<AgentView> page(UUID workspaceId, String cursor, Integer requestedLimit) {
        int limit = Page.limit(requestedLimit);
        List<AgentView> found = agents.list(workspaceId, cursor, limit + 1);
        return Page.of(found, limit, AgentView::handle);
    }

    /** An active person who belongs to the workspace, or administers the installation; {@code null} when there is none. */
    private UUID owner(Validation validation, String handle, UUID workspaceId) {
        Optional<UUID> owner = actors.byHandle(handle)
                .filter(Actor::active)
                .filter(actor -> actor.administrator()
                        || workspaceId != null
                                && memberships
                                        .effectiveRoleOf(workspaceId, actor.id())
                                        .isPresent())
                .map(Actor::id);
        if (owner.isEmpty()) {
            validation.problem("owner_handle", "names no person of the workspace");
        }
        return owner.orElse(null);
    }

    private void requireWorkspace(UUID id) {
        long found = ((Number) entities.createNativeQuery("select count(*) from workspace where id = :id")
                        .setParameter("id", id)
                        .getSingleResult())
                .longValue();
        if (found == 0) {
            throw ProblemException.notFound("workspace");
        }
    }
}
