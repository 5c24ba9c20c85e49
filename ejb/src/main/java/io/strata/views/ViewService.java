package io.strata.views;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.common.Validation;
import io.strata.events.DomainEvent;
import io.strata.events.Events;
import io.strata.graph.NodeService;
import io.strata.graph.NodeView;
import io.strata.graph.ProjectService;
import io.strata.graph.ProjectView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Saved views. Whoever sees a project or a workspace keeps views of it; sharing one takes the right to write there. A view is
 * changed by its owner; a shared one also by whoever manages the project.
 */
@ApplicationScoped
@Transactional
public class ViewService {

    /** How many views somebody can put on top. */
    public static final int MOST_FAVOURITES = 100;

    private static final String VISIBLE = """
            from SavedView v
            where v.id > :after and v.workspaceId = :workspace and (v.projectId = :project or v.projectId is null)
              and (v.shared = true or v.ownerId = :caller)
            order by v.id
            """;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Policy policy;

    @Inject
    ProjectService projects;

    @Inject
    NodeService nodes;

    @Inject
    Favourites favourites;

    @Inject
    AuditLog audit;

    @Inject
    Events events;

    /** Keeps a view of a project. */
    @Requires(Action.NODE_READ)
    public ViewView createInProject(UUID projectId, NewView request) {
        ProjectView project = projects.get(projectId);
        return create(new SavedView(project.workspaceId(), projectId, request));
    }

    /** Keeps a view over all projects of a workspace. */
    @Requires(Action.NODE_READ)
    public ViewView createInWorkspace(UUID workspaceId, NewView request) {
        policy.requireSomewhere(Action.NODE_READ, workspaceId);
        return create(new SavedView(workspaceId, null, request));
    }

    /** The views of a project that the caller sees, with those of its workspace, in the order they were made. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<ViewView> ofProject(UUID projectId, String cursor, Integer limit) {
        ProjectView project = projects.get(projectId);
        return list(project.workspaceId(), projectId, cursor, limit);
    }

    /** The views over all of a workspace that the caller sees, in the order they were made. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<ViewView> ofWorkspace(UUID workspaceId, String cursor, Integer limit) {
        policy.requireSomewhere(Action.NODE_READ, workspaceId);
        return list(workspaceId, null, cursor, limit);
    }

    /** A view. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public ViewView get(UUID id) {
        return find(id).view(favourites.all().contains(id));
    }

    /** The nodes of a view, as far as the caller may see them. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<NodeView> run(UUID id, String cursor, Integer limit) {
        SavedView view = find(id);
        ViewDefinition definition = view.definition();
        return view.projectId() == null
                ? nodes.listInWorkspace(
                        view.workspaceId(),
                        definition.filter(),
                        definition.sort(),
                        definition.descending(),
                        cursor,
                        limit)
                : nodes.list(
                        view.projectId(),
                        definition.filter(),
                        definition.sort(),
                        definition.descending(),
                        cursor,
                        limit);
    }

    /** Changes a view. */
    @Requires(Action.NODE_READ)
    public ViewView change(UUID id, ViewChanges changes) {
        SavedView view = changeable(id);
        if (!view.isOwn() && Boolean.FALSE.equals(changes.shared())) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Only its owner can make a view private.");
        }
        boolean favourite = favourites.all().contains(id);
        ViewView before = view.view(favourite);
        view.change(changes);
        requireSharable(view, before.shared());
        requireUnique(view);
        ViewView after = view.view(favourite);
        record("view.changed", view, before, after);
        return after;
    }

    /** Removes a view, and nothing that is in it. */
    @Requires(Action.NODE_READ)
    public void delete(UUID id) {
        SavedView view = changeable(id);
        ViewView before = view.view(favourites.all().contains(id));
        entities.remove(view);
        record("view.deleted", view, before, null);
    }

    /** What the caller has put on top, in their order. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<ViewView> favourites() {
        List<UUID> ids = favourites.list();
        Map<UUID, SavedView> views = ids.isEmpty()
                ? Map.of()
                : entities.createQuery("select v from SavedView v where v.id in :ids", SavedView.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(SavedView::id, Function.identity()));
        return ids.stream()
                .filter(views::containsKey)
                .map(id -> views.get(id).view(true))
                .toList();
    }

    /** Says what the caller has on top, in which order; what is not named is not on top any more. */
    @Requires(Action.NODE_READ)
    public List<ViewView> setFavourites(List<UUID> ids) {
        Validation validation = new Validation();
        if (ids == null || ids.size() > MOST_FAVOURITES || ids.stream().anyMatch(Objects::isNull)) {
            validation.problem("views", "must be at most " + MOST_FAVOURITES + " ids");
        }
        validation.done();
        List<UUID> wanted = ids.stream().distinct().toList();
        for (UUID id : wanted) {
            if (entities.find(SavedView.class, id) == null) {
                validation.problem("views", id + " names no view");
            }
        }
        validation.done();
        List<UUID> before = favourites.list();
        favourites.set(wanted);
        UUID caller = CurrentCaller.require().actorId();
        audit.record("view.favourites_set", "actor", caller, null, Map.of("views", before), Map.of("views", wanted));
        return favourites();
    }

    private ViewView create(SavedView view) {
        requireSharable(view, false);
        requireUnique(view);
        entities.persist(view);
        ViewView after = view.view(false);
        record("view.created", view, null, after);
        return after;
    }

    private Page<ViewView> list(UUID workspaceId, UUID projectId, String cursor, Integer requestedLimit) {
        int limit = Page.limit(requestedLimit);
        Set<UUID> onTop = favourites.all();
        TypedQuery<SavedView> query = entities.createQuery("select v " + VISIBLE, SavedView.class)
                .setParameter("after", cursor == null ? new UUID(0, 0) : Validation.identifier(cursor, "cursor"))
                .setParameter("workspace", workspaceId)
                .setParameter("project", projectId)
                .setParameter("caller", CurrentCaller.require().actorId())
                .setMaxResults(limit + 1);
        return Page.of(
                query.getResultStream()
                        .map(view -> view.view(onTop.contains(view.id())))
                        .toList(),
                limit,
                view -> view.id().toString());
    }

    /** A view of which the caller sees the project or the workspace; absent and invisible look the same. */
    private SavedView find(UUID id) {
        SavedView view = entities.find(SavedView.class, id);
        if (view == null) {
            throw ProblemException.notFound("view");
        }
        if (!policy.visibleWorkspaces().contains(view.workspaceId())) {
            throw ProblemException.notFound("view");
        }
        return view;
    }

    private SavedView changeable(UUID id) {
        SavedView view = find(id);
        if (!view.isOwn()) {
            policy.require(Action.PROJECT_MANAGE, view.workspaceId(), "view");
        }
        return view;
    }

    private void requireSharable(SavedView view, boolean already) {
        if (view.isShared() && !already) {
            policy.require(Action.NODE_WRITE, view.workspaceId(), "view");
        }
    }

    private void requireUnique(SavedView view) {
        boolean taken = entities.createQuery("""
                        select count(v) from SavedView v
                        where v.ownerId = :owner and coalesce(v.projectId, v.workspaceId) = :place
                          and lower(v.name) = lower(:name) and v.id <> :id
                        """, Long.class)
                        .setParameter("owner", view.ownerId())
                        .setParameter("id", view.id())
                        .setParameter("place", view.projectId() == null ? view.workspaceId() : view.projectId())
                        .setParameter("name", view.name())
                        .getSingleResult()
                > 0;
        if (taken) {
            throw ProblemException.conflict("There is already a view with the name " + view.name() + ".");
        }
    }

    /** Others learn of shared views only. */
    private void record(String what, SavedView view, ViewView before, ViewView after) {
        audit.record(what, "view", view.id(), view.workspaceId(), before, after);
        if (view.isShared()) {
            events.publish(DomainEvent.now(
                    what, view.workspaceId(), view.projectId(), view.id(), Map.of("name", view.name())));
        }
    }
}
