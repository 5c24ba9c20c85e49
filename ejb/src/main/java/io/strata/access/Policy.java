package io.strata.access;

import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/**
 * Decides what a caller may do. What a caller may not see does not exist for them (not found); what they see but may
 * not do is forbidden. Administrators of the installation and the system itself may do everything.
 */
@ApplicationScoped
public class Policy {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Memberships memberships;

    /**
     * Requires that the caller may do something in a workspace.
     *
     * @throws ProblemException not found, when the caller does not belong there; forbidden, when the role is not enough
     */
    @Open("is itself the decision")
    public void require(Action action, UUID workspaceId) {
        Role role = memberships.roleOfCaller(workspaceId).orElseThrow(() -> ProblemException.notFound("workspace"));
        if (!action.allowedBy(role)) {
            throw forbidden(action);
        }
    }

    /** As {@link #require}, for a thing inside a workspace: says "no such thing" instead of "no such workspace". */
    @Open("is itself the decision")
    public void require(Action action, UUID workspaceId, String what) {
        Role role = memberships.roleOfCaller(workspaceId).orElseThrow(() -> ProblemException.notFound(what));
        if (!action.allowedBy(role)) {
            throw forbidden(action);
        }
    }

    /** Requires an administrator of the installation. */
    @Open("is itself the decision")
    public void requireAdministrator(Action action) {
        if (!CurrentCaller.require().administrator()) {
            throw forbidden(action);
        }
    }

    /** The workspaces that the caller can see. */
    @Open("answers with no more than what the caller can see")
    public List<UUID> visibleWorkspaces() {
        Caller caller = CurrentCaller.require();
        if (caller.administrator()) {
            return entities.createQuery("select distinct m.key.workspaceId from Membership m", UUID.class)
                    .getResultList();
        }
        return entities.createQuery(
                        "select m.key.workspaceId from Membership m where m.key.actorId = :actor", UUID.class)
                .setParameter("actor", caller.actorId())
                .getResultList();
    }

    /** The nodes with which the caller may do something, as a condition for questions to the graph. */
    @Open("answers with no more than what the caller can see")
    public Visibility visibility(Action action) {
        Caller caller = CurrentCaller.require();
        if (caller.administrator()) {
            return Visibility.ofEverything();
        }
        List<String> workspaces = entities.createQuery(
                        "select m from Membership m where m.key.actorId = :actor", Membership.class)
                .setParameter("actor", caller.actorId())
                .getResultStream()
                .filter(membership -> action.allowedBy(membership.role()))
                .map(membership -> membership.workspaceId().toString())
                .toList();
        return new Visibility(false, workspaces, List.of(), List.of());
    }

    static ProblemException forbidden(Action action) {
        String words = action.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return new ProblemException(ProblemType.FORBIDDEN, "You lack the permission: " + words + ".");
    }
}
