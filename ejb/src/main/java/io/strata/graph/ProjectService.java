package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Destructive;
import io.strata.access.Open;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import io.strata.content.NodeContents;
import io.strata.events.DomainEvent;
import io.strata.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Projects: making, naming and finding them. */
@ApplicationScoped
@Transactional
public class ProjectService {

    private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9]{1,9}");

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Policy policy;

    @Inject
    AuditLog audit;

    @Inject
    Events events;

    @Inject
    NodeRepository nodes;

    @Inject
    StructureLock structure;

    @Inject
    NodeContents contents;

    @Inject
    NodeEntries entries;

    /**
     * Creates a project with its root component.
     *
     * @param key two to ten capital letters and digits; unique in the installation, because short ids carry it
     */
    @Requires(Action.PROJECT_MANAGE)
    public ProjectView create(UUID workspaceId, String key, String name) {
        policy.require(Action.PROJECT_MANAGE, workspaceId);
        new Validation()
                .matches("key", key, KEY, "must be two to ten capital letters and digits, beginning with a letter")
                .text("name", name, 200)
                .done();
        if (keyIsTaken(key)) {
            throw ProblemException.conflict("There is already a project with the key " + key + ".");
        }
        Project project = new Project(workspaceId, key, name);
        entities.persist(project);
        entities.flush();
        entities.createNativeQuery("select create_project_sequences(:project)")
                .setParameter("project", project.id())
                .getSingleResult();
        createRoot(project, name);
        ProjectView view = project.view();
        audit.record("project.created", "project", project.id(), workspaceId, null, view);
        events.publish(DomainEvent.now(
                "project.created", workspaceId, project.id(), project.id(), Map.of("key", key, "name", name)));
        return view;
    }

    private void createRoot(Project project, String name) {
        nodes.createProject(project);
        String shortId = NodeKind.COMPONENT.shortId(project.key(), nextNumber(project.id(), NodeKind.COMPONENT));
        Component root = new Component(
                project.rootId(),
                project,
                shortId,
                CreateNode.component(name),
                CurrentCaller.require().actorId());
        nodes.create(root);
        contents.create(project.rootId(), project.id(), project.workspaceId(), null, "");
        entries.write(root.view(), null);
    }

    /** A project. */
    @Requires(Action.WORKSPACE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public ProjectView get(UUID id) {
        return seen(id).view();
    }

    /** Gives a project another name; its key stays, because short ids carry it. */
    @Requires(Action.PROJECT_MANAGE)
    public ProjectView rename(UUID id, String name) {
        Project project = visible(id, Action.PROJECT_MANAGE);
        new Validation().text("name", name, 200).done();
        ProjectView before = project.view();
        project.rename(name);
        ProjectView after = project.view();
        audit.record("project.changed", "project", id, project.workspaceId(), before, after);
        events.publish(DomainEvent.now("project.changed", project.workspaceId(), id, id, Map.of("name", after.name())));
        return after;
    }

    /**
     * Removes a project of which nothing is left but its root. What is in its trash goes with it, for good.
     *
     * @throws ProblemException conflict, when there are other nodes or documents in it
     */
    @Requires(Action.PROJECT_MANAGE)
    @Destructive("project.delete")
    public void delete(UUID id) {
        Project project = visible(id, Action.PROJECT_MANAGE);
        structure.serialise(List.of(id));
        structure.exclude(id);
        if (hasDocuments(id) || !nodes.isBare(id)) {
            throw ProblemException.conflict("There are nodes or documents in this project. Delete them first.");
        }
        ProjectView before = project.view();
        nodes.removeProject(id);
        entities.detach(project);
        entities.createNativeQuery("select remove_project(:project)")
                .setParameter("project", id)
                .getSingleResult();
        audit.record("project.deleted", "project", id, before.workspaceId(), before, null);
        events.publish(DomainEvent.now(
                "project.deleted", before.workspaceId(), id, id, Map.of("key", before.key(), "name", before.name())));
    }

    private boolean hasDocuments(UUID id) {
        return (Boolean) entities.createNativeQuery("select project_has_documents(:project)")
                .setParameter("project", id)
                .getSingleResult();
    }

    /** The projects of a workspace in the order they were made. */
    @Requires(Action.WORKSPACE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<ProjectView> list(UUID workspaceId, String cursor, Integer requestedLimit) {
        policy.requireSomewhere(Action.WORKSPACE_READ, workspaceId);
        int limit = Page.limit(requestedLimit);
        List<ProjectView> found = entities.createQuery(
                        "select p from Project p where p.workspaceId = :workspace and p.id > :after order by p.id",
                        Project.class)
                .setParameter("workspace", workspaceId)
                .setParameter("after", cursor == null ? new UUID(0, 0) : Validation.identifier(cursor, "cursor"))
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(Project::view)
                .toList();
        return Page.of(found, limit, project -> project.id().toString());
    }

    /** The projects of a workspace of which row-level security shows the caller something. */
    List<Project> of(UUID workspaceId) {
        return entities.createQuery(
                        "select p from Project p where p.workspaceId = :workspace order by p.id", Project.class)
                .setParameter("workspace", workspaceId)
                .getResultList();
    }

    /** The project behind an id, once the caller may do something in it; absent and invisible look the same. */
    @Open("asks for the permission it is given")
    Project visible(UUID id, Action action) {
        Project project = seen(id);
        policy.require(action, project.workspaceId(), "project");
        return project;
    }

    /**
     * The project behind an id; absent and invisible look the same. Row-level security shows it to whoever may see any
     * part of it, so this alone says nothing about its nodes.
     */
    @Open("shows no more than what row-level security shows the caller")
    Project seen(UUID id) {
        Project project = entities.find(Project.class, id);
        if (project == null) {
            throw ProblemException.notFound("project");
        }
        return project;
    }

    /** The next number for a short id. Taken outside the transaction: gaps are allowed, duplicates are not. */
    long nextNumber(UUID projectId, NodeKind kind) {
        String sequence = "\"project_" + kind.name().toLowerCase(java.util.Locale.ROOT) + "_" + projectId + "\"";
        return ((Number) entities.createNativeQuery("select nextval(cast(:sequence as regclass))")
                        .setParameter("sequence", sequence)
                        .getSingleResult())
                .longValue();
    }

    private boolean keyIsTaken(String key) {
        return (Boolean) entities.createNativeQuery("select project_key_is_taken(:key)")
                .setParameter("key", key)
                .getSingleResult();
    }
}
