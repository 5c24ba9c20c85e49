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
