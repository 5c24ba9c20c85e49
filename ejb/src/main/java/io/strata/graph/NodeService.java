package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.UuidV7;
import io.strata.common.Validation;
import io.strata.content.NodeContents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Components and issues: making, reading, changing and listing them. */
@ApplicationScoped
@Transactional
public class NodeService {

    private static final int MAXIMUM_TITLE = 500;
    private static final int MAXIMUM_LABELS = 50;

    @Inject
    Policy policy;

    @Inject
    AuditLog audit;

    @Inject
    NodeNews news;

    @Inject
    StructureLock structure;

    @Inject
    ProjectService projects;

    @Inject
    NodeRepository nodes;

    @Inject
    NodeContents contents;

    /** Creates a node under a parent, in every store or in none. */
    @Requires(Action.NODE_WRITE)
    public NodeView create(UUID projectId, CreateNode request) {
        Project project = projects.visible(projectId, Action.NODE_WRITE);
        validate(request, project);
        UUID parentId = request.parentId() == null ? project.rootId() : request.parentId();
        String shortId = request.kind().shortId(project.key(), projects.nextNumber(projectId, request.kind()));
        structure.share(projectId);
        UUID id = UuidV7.next();
        UUID creator = CurrentCaller.require().actorId();
        Node node = request.kind() == NodeKind.COMPONENT
                ? new Component(id, project, shortId, request, creator)
                : new Issue(id, project, shortId, request, creator);
        contents.create(id, projectId, project.workspaceId(), request.description());
        nodes.create(node);
        hang(node, id, parentId, project);
        NodeView view = node.view();
        audit.record("node.created", "node", id, project.workspaceId(), null, view);
        news.publish("node.created", view, Map.of("parent_id", parentId.toString()));
        return view;
    }

    /** A node with everything about it, by id or short id. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public NodeContext get(String idOrShortId) {
        Map<String, Object> row = nodes.context(idOrShortId).orElseThrow(() -> ProblemException.notFound("node"));
        NodeView node = NodeRepository.node(row);
        policy.require(Action.NODE_READ, node.workspaceId(), "node");
        return new NodeContext(
                node,
                contents.descriptionOf(node.id()),
                path(row),
                rows(row, "children").stream().map(NodeReference::of).toList(),
                (Long) row.get("child_count"),
                rows(row, "artifacts").stream().map(ArtifactView::of).toList(),
                rows(row, "links").stream().map(LinkView::of).toList());
    }

    /** Changes a node, in every store or in none. */
    @Requires(Action.NODE_WRITE)
    public NodeView change(String idOrShortId, NodeChanges changes) {
        NodeView found = nodes.find(idOrShortId).orElseThrow(() -> ProblemException.notFound("node"));
        Project project = visibleProjectOf(found);
        validate(changes, found, project);
        String descriptionBefore =
                changes.description() == null ? null : contents.describe(found.id(), changes.description());
        Map<String, Object> row = nodes.change(found.id(), properties(changes));
        NodeView after = NodeRepository.node(row);
        Map<String, Object> stateBefore = new HashMap<>(before(row));
        if (descriptionBefore != null) {
            stateBefore.put("description", descriptionBefore);
        }
        Map<String, Object> stateAfter = new HashMap<>(properties(changes));
        if (changes.description() != null) {
            stateAfter.put("description", changes.description());
        }
        stateBefore.keySet().retainAll(stateAfter.keySet());
        audit.record("node.changed", "node", found.id(), found.workspaceId(), stateBefore, stateAfter);
        publishChange(after, stateBefore);
        return after;
    }

    /** The nodes of a project that match, in the order they were made. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<NodeView> list(UUID projectId, NodeFilter filter, String cursor, Integer requestedLimit) {
        projects.visible(projectId, Action.NODE_READ);
        int limit = Page.limit(requestedLimit);
        return Page.of(
                nodes.list(projectId, filter, cursor, limit + 1),
                limit,
                node -> node.id().toString());
    }

    /** The children of a node, in the order they were made. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<NodeView> children(String idOrShortId, String cursor, Integer limit) {
        NodeView parent = require(idOrShortId, Action.NODE_READ);
        return list(parent.projectId(), new NodeFilter(null, null, null, null, parent.id()), cursor, limit);
    }

    /** A node by id or short id, once the caller may do something with it; absent and invisible look the same. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public NodeView require(String idOrShortId, Action action) {
        NodeView node = nodes.find(idOrShortId).orElseThrow(() -> ProblemException.notFound("node"));
        policy.require(action, node.workspaceId(), "node");
        return node;
    }

    private Project visibleProjectOf(NodeView node) {
        policy.require(Action.NODE_WRITE, node.workspaceId(), "node");
        return projects.visible(node.projectId(), Action.NODE_WRITE);
    }

    /** Looks at the parent after the fact: a wrong one rolls everything back, and a right one costs no extra question. */
    private void hang(Node node, UUID id, UUID parentId, Project project) {
        NodeKind parent = nodes.hang(id, parentId, project.id())
                .orElseThrow(() -> ProblemException.validation("parent_id", "names no node of this project"));
        if (!node.kind().mayHangUnder(parent)) {
            throw ProblemException.validation("parent_id", "a component cannot hang under an issue");
        }
    }

    private static void validate(CreateNode request, Project project) {
        Validation validation = new Validation()
                .present("kind", request.kind())
                .text("title", request.title(), MAXIMUM_TITLE)
                .optionalText("description", request.description(), NodeContents.MAXIMUM_DESCRIPTION);
        validateLabels(validation, request.labels());
        validateStatus(validation, request.kind(), request.status(), project);
        validation.done();
    }

    private static void validate(NodeChanges changes, NodeView node, Project project) {
        Validation validation = new Validation()
                .optionalText("title", changes.title(), MAXIMUM_TITLE)
                .optionalText("description", changes.description(), NodeContents.MAXIMUM_DESCRIPTION);
        if (changes.title() != null && changes.title().isBlank()) {
            validation.problem("title", "must not be empty");
        }
        validateLabels(validation, changes.labels());
        validateStatus(validation, node.kind(), changes.status(), project);
        validation.done();
    }

    private static void validateLabels(Validation validation, List<String> labels) {
        if (labels == null) {
            return;
        }
        if (labels.size() > MAXIMUM_LABELS) {
            validation.problem("labels", "must be at most " + MAXIMUM_LABELS);
        }
        labels.forEach(label -> validation.text("labels", label, 100));
    }

    private static void validateStatus(Validation validation, NodeKind kind, String status, Project project) {
        if (status == null) {
            return;
        }
        if (kind == NodeKind.COMPONENT) {
            validation.problem("status", "components have none");
        } else if (!project.workflow().names().contains(status)) {
            validation.problem(
                    "status",
                    "must be one of " + String.join(", ", project.workflow().names()));
        }
    }

    private static Map<String, Object> properties(NodeChanges changes) {
        Map<String, Object> properties = new HashMap<>();
        if (changes.title() != null) {
            properties.put("title", changes.title().strip());
        }
        if (changes.status() != null) {
            properties.put("status", changes.status());
        }
        if (changes.labels() != null) {
            properties.put("labels", changes.labels());
        }
        if (changes.assigneeId() != null) {
            properties.put("assignee_id", changes.assigneeId().toString());
        } else if (changes.unassign()) {
            properties.put("assignee_id", null);
        }
        return properties;
    }

    private void publishChange(NodeView after, Map<String, Object> before) {
        if (after.status() != null
                && before.containsKey("status")
                && !after.status().equals(before.get("status"))) {
            news.publish("node.status_changed", after, Map.of("from", before.get("status"), "to", after.status()));
        } else {
            news.publish("node.changed", after, Map.of("fields", List.copyOf(before.keySet())));
        }
    }

    private static List<NodeReference> path(Map<String, Object> row) {
        return rows(row, "path").stream()
                .sorted(Comparator.comparing((Map<?, ?> step) -> (Long) step.get("distance"))
                        .reversed())
                .map(step -> NodeReference.of((Map<?, ?>) step.get("node")))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> before(Map<String, Object> row) {
        return (Map<String, Object>) row.get("before");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> rows(Map<String, Object> row, String name) {
        return (List<Map<?, ?>>) row.get(name);
    }
}
