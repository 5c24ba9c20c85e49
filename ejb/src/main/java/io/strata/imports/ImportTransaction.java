package io.strata.imports;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.content.CommentService;
import io.strata.content.CreateComment;
import io.strata.graph.CreateLink;
import io.strata.graph.CycleRequest;
import io.strata.graph.CycleService;
import io.strata.graph.LinkService;
import io.strata.graph.NodeService;
import io.strata.graph.NodeView;
import io.strata.graph.ProjectView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes all that a plan names, or nothing. Everything goes the way of single requests, with the same rules and rights. */
@ApplicationScoped
@Transactional
class ImportTransaction {

    @Inject
    NodeService nodes;

    @Inject
    LinkService links;

    @Inject
    CycleService cycles;

    @Inject
    CommentService comments;

    @Inject
    AuditLog audit;

    /**
     * Makes everything.
     *
     * @param people the ids of assignees by their handles
     */
    @Requires(Action.NODE_WRITE)
    ImportReport run(ProjectView project, ImportPlan plan, Map<String, UUID> people) {
        if (!plan.links().isEmpty()) {
            links.hold(project.workspaceId());
        }
        Map<String, UUID> cycleIds = new HashMap<>();
        plan.cycles()
                .forEach(cycle -> cycleIds.put(
                        cycle.key(),
                        cycles.create(project.id(), new CycleRequest(cycle.name(), cycle.startDate(), cycle.endDate()))
                                .id()));
        Map<String, NodeView> made = new HashMap<>();
        for (ProjectFile.Node node : plan.nodes()) {
            UUID parent = node.parent() == null ? null : made.get(node.parent()).id();
            made.put(
                    node.key(),
                    nodes.create(
                            project.id(),
                            ImportPlan.request(node, parent, people.get(node.assignee()), cycleIds.get(node.cycle()))));
        }
        plan.links()
                .forEach(link -> links.create(
                        made.get(link.source()).id().toString(),
                        new CreateLink(link.type(), made.get(link.target()).id())));
        comment(plan.comments(), made);
        ImportReport report = plan.report(
                false,
                plan.nodes().stream()
                        .map(node -> new ImportReport.Imported(
                                node.key(),
                                made.get(node.key()).id(),
                                made.get(node.key()).shortId()))
                        .toList());
        audit.record(
                "project.imported",
                "project",
                project.id(),
                project.workspaceId(),
                null,
                Map.of(
                        "components", report.components(),
                        "issues", report.issues(),
                        "links", report.links(),
                        "cycles", report.cycles(),
                        "comments", report.comments()));
        return report;
    }

    private void comment(List<ProjectFile.Comment> all, Map<String, NodeView> made) {
        Map<String, UUID> ids = new HashMap<>();
        for (ProjectFile.Comment comment : all) {
            UUID parent = comment.parent() == null ? null : ids.get(comment.parent());
            UUID id = comments.create(
                            made.get(comment.node()).id().toString(), new CreateComment(comment.text(), parent))
                    .id();
            ids.put(comment.key(), id);
        }
    }
}
