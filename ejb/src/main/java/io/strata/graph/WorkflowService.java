package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
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

/** What issues of a project can be. */
@ApplicationScoped
@Transactional
public class WorkflowService {

    /** How many issues a removal of a status changes at most: each is audited and told of. */
    private static final int MAXIMUM_REPLACED = 5000;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    ProjectService projects;

    @Inject
    StatusRepository statuses;

    @Inject
    NodeEntries entries;

    @Inject
    StructureLock structure;

    @Inject
    AuditLog audit;

    @Inject
    NodeNews news;

    @Inject
    Events events;

    /** The workflow of a project. */
    @Requires(Action.WORKSPACE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Workflow get(UUID projectId) {
        return projects.seen(projectId).workflow();
    }

    /**
     * Gives a project another workflow. Issues in a status that goes get the one that replaces it, whatever the
     * transitions say.
     *
     * @throws ProblemException validation, also when a status goes that is in use and nothing replaces it; conflict, when
     *     more than 5,000 issues would have to change
     */
    @Requires(Action.PROJECT_MANAGE)
    public Workflow change(UUID projectId, WorkflowChange change) {
        Project project = projects.visible(projectId, Action.PROJECT_MANAGE);
        WorkflowRules.check(change);
        structure.exclude(projectId);
        entities.refresh(project);
        Workflow before = project.workflow();
        Workflow after = new Workflow(change.statuses(), change.transitions());
        List<String> removed = before.names().stream()
                .filter(name -> after.categoryOf(name).isEmpty())
                .toList();
        requireReplacements(projectId, removed, change.replacements());
        project.follow(after);
        for (String status : removed) {
            if (change.replacements().containsKey(status)) {
                replace(project, status, change.replacements().get(status));
            }
        }
        audit.record("project.workflow_changed", "project", projectId, project.workspaceId(), before, after);
        events.publish(DomainEvent.now(
                "project.workflow_changed",
                project.workspaceId(),
                projectId,
                projectId,
                Map.of("statuses", after.names())));
        return after;
    }

    private void requireReplacements(UUID projectId, List<String> removed, Map<String, String> replacements) {
        Validation validation = new Validation();
        long changing = 0;
        for (String status : removed) {
            long issues = statuses.count(projectId, status, MAXIMUM_REPLACED + 1);
            if (issues > 0 && !replacements.containsKey(status)) {
                validation.problem("replacements", status + " is in use, so it needs one that replaces it");
            }
            changing += issues;
        }
        validation.done();
        if (changing > MAXIMUM_REPLACED) {
            throw ProblemException.conflict("More than " + MAXIMUM_REPLACED
                    + " issues would have to change at once. Give most of them another status first.");
        }
    }

    private void replace(Project project, String from, String to) {
        List<StatusRepository.Replaced> issues = statuses.replace(project.id(), from, to);
        entries.write(issues);
        for (StatusRepository.Replaced replaced : issues) {
            NodeView issue = replaced.issue();
            audit.record(
                    "node.changed",
                    "node",
                    issue.id(),
                    issue.workspaceId(),
                    Map.of("status", from),
                    Map.of("status", to));
            if (replaced.living()) {
                news.publish("node.status_changed", issue, Map.of("from", from, "to", to));
            }
        }
    }
}
