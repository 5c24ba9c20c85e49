package io.strata.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Who belongs to which workspace, and as what. */
@ApplicationScoped
public class Memberships {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /** Makes an actor a member; the caller has checked that this is allowed. */
    @Open("part of a change whose service has been asked for permission")
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(UUID workspaceId, UUID actorId, Role role) {
        entities.persist(new Membership(workspaceId, actorId, role));
    }

    /** What an actor's own membership makes them in a workspace, groups aside; empty when they have none. */
    @Open("part of a change whose service has been asked for permission")
    public Optional<Role> roleOf(UUID workspaceId, UUID actorId) {
        return find(workspaceId, actorId).map(Membership::role);
    }

    /** Gives a member another role; the caller has checked that this is allowed. */
    @Open("part of a change whose service has been asked for permission")
    @Transactional(Transactional.TxType.MANDATORY)
    public void change(UUID workspaceId, UUID actorId, Role role) {
        find(workspaceId, actorId).orElseThrow().become(role);
    }

    /** Makes an actor a member no more; the caller has checked that this is allowed. */
    @Open("part of a change whose service has been asked for permission")
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(UUID workspaceId, UUID actorId) {
        entities.remove(find(workspaceId, actorId).orElseThrow());
    }

    /** How many members of a workspace have a role. */
    @Open("part of a change whose service has been asked for permission")
    public long count(UUID workspaceId, Role role) {
        return entities.createQuery(
                        "select count(m) from Membership m where m.key.workspaceId = :workspace and m.role = :role",
                        Long.class)
                .setParameter("workspace", workspaceId)
                .setParameter("role", role)
                .getSingleResult();
    }

    private Optional<Membership> find(UUID workspaceId, UUID actorId) {
        return Optional.ofNullable(entities.find(Membership.class, new Membership.Key(workspaceId, actorId)));
    }

    /**
     * What an actor is in a workspace, by their membership or by a group; empty when they have nothing to do with it.
     */
    @Open("part of an answer whose service has been asked for permission")
    public Optional<Role> effectiveRoleOf(UUID workspaceId, UUID actorId) {
        return entities.createQuery("""
                        select r.role from WorkspaceRole r
                        where r.key.workspaceId = :workspace and r.key.actorId = :actor
                        """, Role.class)
                .setParameter("workspace", workspaceId)
                .setParameter("actor", actorId)
                .getResultStream()
                .findFirst();
    }

    /** The caller's role in a workspace; an administrator of the installation counts as owner everywhere. */
    @Open("tells callers only about themselves")
    public Optional<Role> roleOfCaller(UUID workspaceId) {
        Caller caller = CurrentCaller.require();
        return caller.administrator() ? Optional.of(Role.OWNER) : effectiveRoleOf(workspaceId, caller.actorId());
    }
}
