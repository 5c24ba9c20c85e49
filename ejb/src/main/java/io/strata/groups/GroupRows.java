package io.strata.groups;

import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** The rows of groups and of who is in them. */
@ApplicationScoped
class GroupRows {

    private static final String LIST = """
            select g, (select count(m) from GroupMember m where m.key.groupId = g.id) from ActorGroup g
            where g.workspaceId = :workspace and g.id > :after
            order by g.id
            """;

    private static final String MEMBERS = """
            select new io.strata.groups.GroupMemberView(a.id, a.handle, a.displayName, a.kind)
            from GroupMember m join Actor a on a.id = m.key.actorId
            where m.key.groupId = :group and a.id %s :actor
            order by a.id
            """;

    private static final String ACTOR = "select a.id from Actor a where a.active = true and a.%s = :called";

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    List<GroupView> list(UUID workspaceId, UUID after, int limit) {
        return entities.createQuery(LIST, Object[].class)
                .setParameter("workspace", workspaceId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> ((Group) row[0]).view((Long) row[1]))
                .toList();
    }

    /** A group; empty when there is none. */
    Optional<Group> find(UUID id) {
        return Optional.ofNullable(entities.find(Group.class, id));
    }

    /** Waits until nobody else changes the group or who is in it. */
    void hold(Group group) {
        entities.refresh(group, LockModeType.PESSIMISTIC_WRITE);
    }

    /** A group as its readers see it; whoever has changed it has written that. */
    GroupView view(Group group) {
        long members = entities.createQuery(
                        "select count(m) from GroupMember m where m.key.groupId = :group", Long.class)
                .setParameter("group", group.id())
                .getSingleResult();
        return group.view(members);
    }

    List<GroupMemberView> members(UUID groupId, UUID after, int limit) {
        return entities.createQuery(MEMBERS.formatted(">"), GroupMemberView.class)
                .setParameter("group", groupId)
                .setParameter("actor", after)
                .setMaxResults(limit)
                .getResultList();
    }

    Optional<GroupMemberView> member(UUID groupId, UUID actorId) {
        entities.flush();
        return entities.createQuery(MEMBERS.formatted("="), GroupMemberView.class)
                .setParameter("group", groupId)
                .setParameter("actor", actorId)
                .getResultStream()
                .findFirst();
    }

    boolean hasAgents(UUID groupId) {
        return entities.createQuery(
                                "select count(a) from GroupMember m join Actor a on a.id = m.key.actorId"
                                        + " where m.key.groupId = :group and a.kind = 'agent'",
                                Long.class)
                        .setParameter("group", groupId)
                        .getSingleResult()
                > 0;
    }

    /** Whether there are rules for a group. */
    boolean isRuledBy(UUID groupId) {
        return !entities.createNativeQuery("select id from policy_rule where group_id = :group limit 1")
                .setParameter("group", groupId)
                .getResultList()
                .isEmpty();
    }

    boolean workspaceExists(UUID id) {
        return !entities.createNativeQuery("select id from workspace where id = :id")
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }

    /** An active actor by id or handle. */
    Optional<UUID> actor(NewGroupMember wanted) {
        boolean byId = wanted.actorId() != null;
        return entities.createQuery(ACTOR.formatted(byId ? "id" : "handle"), UUID.class)
                .setParameter(
                        "called",
                        byId ? wanted.actorId() : wanted.handle().strip().toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst();
    }

    /**
     * Writes what has changed.
     *
     * @throws ProblemException conflict, when the workspace has a group of this name
     */
    void save(Group group) {
        try {
            entities.persist(group);
            entities.flush();
        } catch (ConstraintViolationException e) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "There is a group of this name in the workspace already.", e);
        }
    }

    void add(UUID groupId, UUID actorId) {
        entities.persist(new GroupMember(groupId, actorId));
    }

    void remove(UUID groupId, UUID actorId) {
        entities.remove(entities.find(GroupMember.class, new GroupMember.Key(groupId, actorId)));
    }

    void remove(Group group) {
        entities.remove(group);
    }
}
