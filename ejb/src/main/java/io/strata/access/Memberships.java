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

    /** What an actor is in a workspace; empty when they do not belong to it. */
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

    /** The caller's role in a workspace; an administrator of the installation counts as owner everywhere. */
    @Open("tells callers only about themselves")
    public Optional<Role> roleOfCaller(UUID workspaceId) {
        Caller caller = CurrentCaller.require();
        Membership membership = entities.find(Membership.class, new Membership.Key(workspaceId, caller.actorId()));
        if (membership == null) {
            return caller.administrator() ? Optional.of(Role.OWNER) : Optional.empty();
        }
        return Optional.of(caller.administrator() ? Role.OWNER : membership.role());
    }
}
