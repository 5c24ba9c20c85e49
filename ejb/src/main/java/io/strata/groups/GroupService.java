package io.strata.groups;

import io.strata.access.Action;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.access.Role;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import io.strata.events.DomainEvent;
import io.strata.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The groups of workspaces and who is in them. Members of a workspace see them, its administrators change them. What that
 * means for anybody's rights counts from their next request.
 */
@ApplicationScoped
@Transactional
public class GroupService {

    private static final int MAXIMUM_NAME = 100;
    private static final int MAXIMUM_DESCRIPTION = 1000;

    @Inject
    Policy policy;

    @Inject
    GroupRows groups;

    @Inject
    AuditLog audit;

    @Inject
    Events events;

    /** The groups of a workspace in the order they were made. */
    @Requires(Action.WORKSPACE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<GroupView> list(UUID workspaceId, String cursor, Integer requestedLimit) {
        policy.require(Action.WORKSPACE_READ, workspaceId);
        int limit = Page.limit(requestedLimit);
        List<GroupView> found = groups.list(workspaceId, after(cursor), limit + 1);
        return Page.of(found, limit, group -> group.id().toString());
    }

    /** A group. */
    @Requires(Action.WORKSPACE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public GroupView get(UUID id) {
        return groups.view(require(id, Action.WORKSPACE_READ));
    }

    /**
     * Makes a group that nobody is in yet.
     *
     * @throws ProblemException validation; conflict, when there is one of this name
     */
    @Requires(Action.WORKSPACE_MANAGE)
    public GroupView create(UUID workspaceId, NewGroup wanted) {
        policy.require(Action.WORKSPACE_MANAGE, workspaceId);
        if (!groups.workspaceExists(workspaceId)) {
            throw ProblemException.notFound("workspace");
        }
        Validation validation = new Validation().text("name", wanted.name(), MAXIMUM_NAME);
        check(validation, wanted.description(), wanted.role());
        validation.done();
        Group group = new Group(workspaceId, wanted);
        groups.save(group);
        return changed("group.created", null, groups.view(group));
    }

    /**
     * Changes a group.
     *
     * @throws ProblemException validation; conflict, when there is another one of this name
     */
    @Requires(Action.WORKSPACE_MANAGE)
    public GroupView change(UUID id, GroupChange change) {
        Group group = require(id, Action.WORKSPACE_MANAGE);
        groups.hold(group);
        Validation validation = new Validation();
        if (change.name() != null) {
            validation.text("name", change.name(), MAXIMUM_NAME);
        }
        if (change.clear() != null && !change.clear().stream().allMatch("role"::equals)) {
            validation.problem("clear", "must be role");
        }
        if (change.role() == Role.ADMIN && groups.hasAgents(id)) {
            validation.problem("role", "must be viewer, agent or member while agents are in the group");
        }
        check(validation, change.description(), change.role());
        validation.done();
        GroupView before = groups.view(group);
        group.change(change);
        groups.save(group);
        return changed("group.changed", before, groups.view(group));
    }

    /**
     * Removes a group; whatever role it has given is gone.
     *
     * @throws ProblemException conflict, as long as there are rules for it: without them more could be allowed than before
     */
    @Requires(Action.WORKSPACE_MANAGE)
    public void delete(UUID id) {
        Group group = require(id, Action.WORKSPACE_MANAGE);
        groups.hold(group);
        if (groups.isRuledBy(id)) {
            throw ProblemException.conflict("There are rules for this group. Remove them first.");
        }
        GroupView before = groups.view(group);
        groups.remove(group);
        audit.record("group.deleted", "group", id, before.workspaceId(), before, null);
        publish("group.deleted", before, Map.of());
    }

    /** Who is in a group, in the order of their ids. */
    @Requires(Action.WORKSPACE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<GroupMemberView> members(UUID id, String cursor, Integer requestedLimit) {
        require(id, Action.WORKSPACE_READ);
        int limit = Page.limit(requestedLimit);
        List<GroupMemberView> found = groups.members(id, after(cursor), limit + 1);
        return Page.of(found, limit, member -> member.actorId().toString());
    }

    /**
     * Puts somebody into a group.
     *
     * @throws ProblemException validation, when nobody is called so, or an agent would become an administrator; conflict,
     *     when they are in it already
     */
    @Requires(Action.WORKSPACE_MANAGE)
    public GroupMemberView add(UUID id, NewGroupMember wanted) {
        Group group = require(id, Action.WORKSPACE_MANAGE);
        groups.hold(group);
        boolean byId = wanted.actorId() != null;
        new Validation().text("handle", byId ? "by id" : wanted.handle(), 200).done();
        UUID actorId = groups.actor(wanted)
                .orElseThrow(() ->
                        ProblemException.validation(byId ? "actor_id" : "handle", "names nobody who has an account"));
        if (groups.member(id, actorId).isPresent()) {
            throw ProblemException.conflict("They are in this group already.");
        }
        groups.add(id, actorId);
        GroupMemberView member = groups.member(id, actorId).orElseThrow(GroupService::notFound);
        if (group.role() == Role.ADMIN && member.kind().equals("agent")) {
            throw ProblemException.validation(
                    byId ? "actor_id" : "handle", "names an agent, and the group makes administrators");
        }
        audit.record("group.member_added", "group", id, group.workspaceId(), null, member);
        publish("group.member_added", groups.view(group), Map.of("handle", member.handle()));
        return member;
    }

    /** Takes somebody out of a group. */
    @Requires(Action.WORKSPACE_MANAGE)
    public void remove(UUID id, UUID actorId) {
        Group group = require(id, Action.WORKSPACE_MANAGE);
        groups.hold(group);
        GroupMemberView member = groups.member(id, actorId).orElseThrow(() -> ProblemException.notFound("member"));
        groups.remove(id, actorId);
        audit.record("group.member_removed", "group", id, group.workspaceId(), member, null);
        publish("group.member_removed", groups.view(group), Map.of("handle", member.handle()));
    }

    private Group require(UUID id, Action action) {
        Group group = groups.find(id).orElseThrow(GroupService::notFound);
        policy.require(action, group.workspaceId(), "group");
        return group;
    }

    private static void check(Validation validation, String description, Role role) {
        validation.optionalText("description", description, MAXIMUM_DESCRIPTION);
        if (role == Role.OWNER) {
            validation.problem("role", "must be viewer, agent, member or admin: owners are named one by one");
        }
    }

    private GroupView changed(String action, GroupView before, GroupView after) {
        audit.record(action, "group", after.id(), after.workspaceId(), before, after);
        publish(action, after, Map.of());
        return after;
    }

    private void publish(String what, GroupView group, Map<String, Object> data) {
        events.publish(DomainEvent.now(what, group.workspaceId(), null, group.id(), data));
    }

    private static UUID after(String cursor) {
        return cursor == null ? new UUID(0, 0) : Validation.identifier(cursor, "cursor");
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("group");
    }
}
