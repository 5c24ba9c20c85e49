package io.strata.workspaces;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Memberships;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.access.Role;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who belongs to a workspace. There is always an owner, and nobody gives or takes a role above their own; agents neither
 * own nor administer one. Changes in one workspace wait for each other.
 */
@ApplicationScoped
@Transactional
public class MemberService {

    private static final String MEMBERS = """
            select new io.strata.workspaces.MemberView(a.id, a.handle, a.displayName, m.role, a.kind, g.name)
            from WorkspaceRole m join Actor a on a.id = m.key.actorId left join ActorGroup g on g.id = m.groupId
            where m.key.workspaceId = :workspace and a.id > :actor
            order by a.id
            """;

    /** By their own membership, whatever groups they are in. */
    private static final String MEMBER = """
            select new io.strata.workspaces.MemberView(a.id, a.handle, a.displayName, m.role, a.kind)
            from Membership m join Actor a on a.id = m.key.actorId
            where m.key.workspaceId = :workspace and a.id = :actor
            """;

    private static final String ACTOR = "select a.id from Actor a where a.active = true and a.%s = :called";

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Policy policy;

    @Inject
    Memberships memberships;

    @Inject
    AuditLog audit;

    @Inject
    Events events;

    /** Who has a role in a workspace, by membership or by a group, in the order of their ids. */
    @Requires(Action.WORKSPACE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<MemberView> list(UUID workspaceId, String cursor, Integer requestedLimit) {
        policy.require(Action.WORKSPACE_READ, workspaceId);
        int limit = Page.limit(requestedLimit);
        UUID after = cursor == null ? new UUID(0, 0) : Validation.identifier(cursor, "cursor");
        List<MemberView> found = entities.createQuery(MEMBERS, MemberView.class)
                .setParameter("workspace", workspaceId)
                .setParameter("actor", after)
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(found, limit, member -> member.actorId().toString());
    }

    /** A member of a workspace. */
    @Requires(Action.WORKSPACE_READ)
    public MemberView get(UUID workspaceId, UUID actorId) {
        policy.require(Action.WORKSPACE_READ, workspaceId);
        return member(workspaceId, actorId).orElseThrow(MemberService::notFound);
    }

    /**
     * Makes somebody a member.
     *
     * @throws ProblemException validation, when nobody is called so; conflict, when they are one already
     */
    @Requires(Action.WORKSPACE_MANAGE)
    public MemberView add(UUID workspaceId, NewMember request) {
        policy.require(Action.WORKSPACE_MANAGE, workspaceId);
        new Validation().present("role", request.role()).done();
        requireNotAbove(request.role(), workspaceId);
        UUID actorId = actor(request);
        hold(workspaceId);
        if (memberships.roleOf(workspaceId, actorId).isPresent()) {
            throw ProblemException.conflict("They belong to this workspace already.");
        }
        memberships.add(workspaceId, actorId, request.role());
        MemberView member = member(workspaceId, actorId).orElseThrow(MemberService::notFound);
        requireFitting(member);
        record("member.added", workspaceId, member, null, member);
        return member;
    }

    /**
     * Gives a member another role.
     *
     * @throws ProblemException conflict, when the workspace would have no owner
     */
    @Requires(Action.WORKSPACE_MANAGE)
    public MemberView change(UUID workspaceId, UUID actorId, Role role) {
        policy.require(Action.WORKSPACE_MANAGE, workspaceId);
        new Validation().present("role", role).done();
        hold(workspaceId);
        MemberView before = member(workspaceId, actorId).orElseThrow(MemberService::notFound);
        requireNotAbove(before.role(), workspaceId);
        requireNotAbove(role, workspaceId);
        if (role != Role.OWNER) {
            requireAnotherOwner(workspaceId, before);
        }
        memberships.change(workspaceId, actorId, role);
        MemberView after = before.as(role);
        requireFitting(after);
        record("member.changed", workspaceId, after, before, after);
        return after;
    }

    /**
     * Makes somebody a member no more. Everybody may leave by themselves.
     *
     * @throws ProblemException conflict, when the workspace would have no owner
     */
    @Requires(Action.WORKSPACE_READ)
    public void remove(UUID workspaceId, UUID actorId) {
        boolean leaves = CurrentCaller.require().actorId().equals(actorId);
        policy.require(leaves ? Action.WORKSPACE_READ : Action.WORKSPACE_MANAGE, workspaceId);
        hold(workspaceId);
        MemberView before = member(workspaceId, actorId).orElseThrow(MemberService::notFound);
        requireNotAbove(before.role(), workspaceId);
        requireAnotherOwner(workspaceId, before);
        memberships.remove(workspaceId, actorId);
        record("member.removed", workspaceId, before, before, null);
    }

    /** Waits until nobody else changes members of the workspace. */
    private void hold(UUID workspaceId) {
        entities.find(Workspace.class, workspaceId, LockModeType.PESSIMISTIC_WRITE);
    }

    private UUID actor(NewMember request) {
        boolean byId = request.actorId() != null;
        new Validation().present("handle", byId ? "" : request.handle()).done();
        return entities.createQuery(ACTOR.formatted(byId ? "id" : "handle"), UUID.class)
                .setParameter(
                        "called",
                        byId ? request.actorId() : request.handle().strip().toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.validation(byId ? "actor_id" : "handle", "names nobody who has an account"));
    }

    private Optional<MemberView> member(UUID workspaceId, UUID actorId) {
        entities.flush();
        return entities.createQuery(MEMBER, MemberView.class)
                .setParameter("workspace", workspaceId)
                .setParameter("actor", actorId)
                .getResultStream()
                .findFirst();
    }

    private void requireNotAbove(Role role, UUID workspaceId) {
        Role own = memberships.roleOfCaller(workspaceId).orElseThrow(() -> ProblemException.notFound("workspace"));
        if (role.compareTo(own) > 0) {
            throw new ProblemException(ProblemType.FORBIDDEN, "You cannot give or take a role above your own.");
        }
    }

    /** Agents work; people answer for a workspace and its rules. */
    private static void requireFitting(MemberView member) {
        if (member.isAgent() && member.role().compareTo(Role.MEMBER) > 0) {
            throw ProblemException.validation("role", "must be viewer, agent or member for an agent");
        }
    }

    private void requireAnotherOwner(UUID workspaceId, MemberView member) {
        if (member.role() == Role.OWNER && memberships.count(workspaceId, Role.OWNER) < 2) {
            throw ProblemException.conflict("This is the last owner. Make somebody else an owner first.");
        }
    }

    private void record(String what, UUID workspaceId, MemberView member, MemberView before, MemberView after) {
        audit.record(what, "member", member.actorId(), workspaceId, before, after);
        events.publish(DomainEvent.now(
                what,
                workspaceId,
                null,
                member.actorId(),
                Map.of("handle", member.handle(), "role", member.role().name().toLowerCase(Locale.ROOT))));
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("member");
    }
}
