package io.strata.workspaces;

import io.strata.access.Action;
import io.strata.access.Caller;
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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Workspaces: making, naming and finding them. */
@ApplicationScoped
@Transactional
public class WorkspaceService {

    /**
     * Observed inside the transaction by features that give a new workspace its first contents.
     *
     * @param workspaceId the new workspace
     */
    public record WorkspaceCreated(UUID workspaceId) {}

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Policy policy;

    @Inject
    Memberships memberships;

    @Inject
    AuditLog audit;

    @Inject
    Event<WorkspaceCreated> created;

    /** Creates a workspace that the caller owns. */
    @Requires(Action.WORKSPACE_CREATE)
    public WorkspaceView create(String name) {
        new Validation().text("name", name, 200).done();
        Workspace workspace = new Workspace(name);
        entities.persist(workspace);
        Caller caller = CurrentCaller.require();
        entities.flush();
        memberships.add(workspace.id(), caller.actorId(), Role.OWNER);
        WorkspaceView view = workspace.view(Role.OWNER);
        audit.record("workspace.created", "workspace", workspace.id(), workspace.id(), null, view);
        entities.flush();
        created.fire(new WorkspaceCreated(workspace.id()));
        return view;
    }

    /** A workspace. */
    @Requires(Action.WORKSPACE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public WorkspaceView get(UUID id) {
        policy.requireSomewhere(Action.WORKSPACE_READ, id);
        return find(id).view(memberships.roleOfCaller(id).orElse(null));
    }

    /** Gives a workspace another name. */
    @Requires(Action.WORKSPACE_MANAGE)
    public WorkspaceView rename(UUID id, String name) {
        policy.require(Action.WORKSPACE_MANAGE, id);
        new Validation().text("name", name, 200).done();
        Workspace workspace = find(id);
        Role role = roleOf(id);
        WorkspaceView before = workspace.view(role);
        workspace.rename(name);
        WorkspaceView after = workspace.view(role);
        audit.record("workspace.changed", "workspace", id, id, before, after);
        return after;
    }

    /**
     * Removes a workspace in which there is nothing but its topics and members. Only its owners may.
     *
     * @throws ProblemException conflict, when it has projects or documents
     */
    @Requires(Action.WORKSPACE_MANAGE)
    public void delete(UUID id) {
        policy.require(Action.WORKSPACE_MANAGE, id);
        if (roleOf(id) != Role.OWNER) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Only owners remove a workspace.");
        }
        Workspace workspace = entities.find(Workspace.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (workspace == null) {
            throw ProblemException.notFound("workspace");
        }
        if (isUsed(id)) {
            throw ProblemException.conflict("There are projects or documents in this workspace.");
        }
        audit.record("workspace.deleted", "workspace", id, id, workspace.view(Role.OWNER), null);
        entities.remove(workspace);
    }

    /** Looks at what the caller may not see as well: it is in the way all the same. */
    private boolean isUsed(UUID id) {
        return (Boolean) entities.createNativeQuery("select workspace_is_used(:workspace)")
                .setParameter("workspace", id)
                .getSingleResult();
    }

    /** The caller's workspaces in the order they were made. */
    @Requires(Action.WORKSPACE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<WorkspaceView> list(String cursor, Integer requestedLimit) {
        return list(null, cursor, requestedLimit);
    }

    /**
     * Those of the caller's workspaces whose names have a text in them, in the order they were made.
     *
     * @param text {@code null} or blank for all
     */
    @Requires(Action.WORKSPACE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<WorkspaceView> list(String text, String cursor, Integer requestedLimit) {
        int limit = Page.limit(requestedLimit);
        Caller caller = CurrentCaller.require();
        UUID after = cursor == null ? new UUID(0, 0) : Validation.identifier(cursor, "cursor");
        List<WorkspaceView> found = entities.createQuery("""
                        select new io.strata.workspaces.WorkspaceView(w.id, w.name,
                               case when :all = true then :administrator else m.role end, w.createdAt, w.updatedAt)
                        from Workspace w left join WorkspaceRole m on m.key.workspaceId = w.id and m.key.actorId = :actor
                        where w.id > :after and (:all = true or w.id in :visible)
                          and locate(:text, lower(w.name)) > 0
                        order by w.id
                        """, WorkspaceView.class)
                .setParameter("actor", caller.actorId())
                .setParameter("visible", policy.visibleWorkspaces())
                .setParameter("all", caller.administrator())
                .setParameter("text", text == null ? "" : text.strip().toLowerCase(Locale.ROOT))
                .setParameter("administrator", Role.OWNER)
                .setParameter("after", after)
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(found, limit, view -> view.id().toString());
    }

    /** All of the caller's workspaces by name: what there is to choose from on a screen. */
    @Requires(Action.WORKSPACE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<WorkspaceView> choices() {
        List<WorkspaceView> all = new ArrayList<>();
        String cursor = null;
        do {
            Page<WorkspaceView> page = list(cursor, Page.MAXIMUM_LIMIT);
            all.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        all.sort(Comparator.comparing(WorkspaceView::name, String.CASE_INSENSITIVE_ORDER));
        return all;
    }

    private Workspace find(UUID id) {
        Workspace workspace = entities.find(Workspace.class, id);
        if (workspace == null) {
            throw ProblemException.notFound("workspace");
        }
        return workspace;
    }

    private Role roleOf(UUID id) {
        return memberships.roleOfCaller(id).orElseThrow(() -> ProblemException.notFound("workspace"));
    }
}
