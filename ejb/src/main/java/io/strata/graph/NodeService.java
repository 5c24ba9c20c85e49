package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.access.Rights;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.UuidV7;
import io.strata.content.ContentView;
import io.strata.content.NodeContents;
import io.strata.content.Watchers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Components and issues: making, reading, changing and listing them. */
@ApplicationScoped
@Transactional
public class NodeService {

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
    CycleRepository cycles;

    @Inject
    NodeContents contents;

    @Inject
    Watchers watchers;

    @Inject
    NodeEntries entries;

    @Inject
    NodeLists lists;

    /** Creates a node under a parent, in every store or in none. */
    @Requires(Action.NODE_WRITE)
    public NodeView create(UUID projectId, CreateNode request) {
        structure.share(projectId);
        Project project = projects.seen(projectId);
        Rights rights = policy.rights(Action.NODE_WRITE).requireAnyIn(project.workspaceId());
        NodeRules.check(request, project.workflow());
        UUID parentId = request.parentId() == null ? project.rootId() : request.parentId();
        String shortId = request.kind().shortId(project.key(), projects.nextNumber(projectId, request.kind()));
        UUID id = UuidV7.next();
        UUID creator = CurrentCaller.require().actorId();
        Node node = request.kind() == NodeKind.COMPONENT
                ? new Component(id, project, shortId, request, creator)
                : new Issue(id, project, shortId, request, creator);
        nodes.create(node);
        UUID zoneId = hang(node, id, parentId, project, rights);
        Set<UUID> mentioned = contents.create(id, projectId, project.workspaceId(), zoneId, request.description());
        watchers.add(id, List.of(creator), Watchers.Reason.AUTHOR);
        watchAsAssignee(id, request.assigneeId());
        if (request.cycleId() != null) {
            cycles.plan(id, request.cycleId(), project.id());
        }
        NodeView view = node.view();
        entries.write(view, parentId);
        audit.record("node.created", "node", id, project.workspaceId(), null, view);
        news.publish("node.created", view, mentioning(mentioned, Map.of("parent_id", parentId.toString())));
        news.publishAssignment(view, null);
        return view;
    }

    /** A node with everything about it, by id or short id. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public NodeContext get(String idOrShortId) {
        Rights rights = policy.rights(Action.DOCUMENT_READ);
        Map<String, Object> row =
                nodes.context(idOrShortId, rights).orElseThrow(() -> ProblemException.notFound("node"));
        NodeView node = NodeRepository.node(row);
        ContentView content = contents.of(node.id());
        return new NodeContext(
                node,
                content.description(),
                content.descriptionHtml(),
                content.mentions(),
                path(row),
                rows(row, "children").stream().map(NodeReference::of).toList(),
                (Long) row.get("child_count"),
                rows(row, "artifacts").stream().map(ArtifactView::of).toList(),
                rows(row, "links").stream().map(LinkView::of).toList(),
                content.comments(),
                content.reactions(),
                content.attachments(),
                content.watching());
    }

    /** A node without what is around it. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public NodeContext head(String idOrShortId) {
        NodeView node = require(idOrShortId, Action.NODE_READ);
        return new NodeContext(
                node, null, null, List.of(), List.of(), List.of(), 0, List.of(), List.of(), null, List.of(), List.of(),
                false);
    }

    /** Changes a node, in every store or in none. */
    @Requires(Action.NODE_WRITE)
    public NodeView change(String idOrShortId, NodeChanges changes) {
        NodeView found = require(idOrShortId, Action.NODE_WRITE);
        if (changes.dependOnProject()) {
            structure.share(found.projectId());
        }
        Project project = projects.seen(found.projectId());
        NodeRules.check(changes, found.kind(), project.workflow());
        NodeContents.Described described =
                changes.description() == null ? null : contents.describe(found.id(), changes.description());
        Map<String, Object> row = nodes.change(found.id(), changes.properties());
        NodeView after = NodeRepository.node(row);
        NodeRules.checkTransition(project.workflow(), (String) before(row).get("status"), changes.status());
        if (changes.properties().containsKey("cycle_id")) {
            cycles.plan(found.id(), after.cycleId(), found.projectId());
        }
        watchAsAssignee(found.id(), changes.assigneeId());
        entries.write(after, null);
        Map<String, Object> stateBefore = new HashMap<>(before(row));
        if (described != null) {
            stateBefore.put("description", described.before());
        }
        Map<String, Object> stateAfter = new HashMap<>(changes.properties());
        if (changes.description() != null) {
            stateAfter.put("description", changes.description());
        }
        stateBefore.keySet().retainAll(stateAfter.keySet());
        audit.record("node.changed", "node", found.id(), found.workspaceId(), stateBefore, stateAfter);
        publishChange(after, stateBefore, stateAfter.keySet(), described == null ? Set.of() : described.mentioned());
        return after;
    }

    /** The nodes of a project that match, in the order they were made. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<NodeView> list(UUID projectId, NodeFilter filter, String cursor, Integer requestedLimit) {
        filter.check("");
        int limit = Page.limit(requestedLimit);
        return Page.of(
                lists.inOrder(projects.seen(projectId), filter, cursor, limit + 1, policy.visibility(Action.NODE_READ)),
                limit,
                node -> node.id().toString());
    }

    /** The nodes of a project that match, sorted. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<NodeView> list(
            UUID projectId,
            NodeFilter filter,
            NodeSort sort,
            boolean descending,
            String cursor,
            Integer requestedLimit) {
        return sorted(List.of(projects.seen(projectId)), filter, sort, descending, cursor, requestedLimit);
    }

    /** The nodes of all projects of a workspace that match, sorted. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<NodeView> listInWorkspace(
            UUID workspaceId,
            NodeFilter filter,
            NodeSort sort,
            boolean descending,
            String cursor,
            Integer requestedLimit) {
        policy.requireSomewhere(Action.NODE_READ, workspaceId);
        return sorted(projects.of(workspaceId), filter, sort, descending, cursor, requestedLimit);
    }

    private Page<NodeView> sorted(
            List<Project> within,
            NodeFilter filter,
            NodeSort sort,
            boolean descending,
            String cursor,
            Integer requestedLimit) {
        filter.check("");
        int limit = Page.limit(requestedLimit);
        List<NodeLists.Sorted> found =
                lists.sorted(within, filter, sort, descending, cursor, limit + 1, policy.visibility(Action.NODE_READ));
        Page<NodeLists.Sorted> page = Page.of(found, limit, NodeLists.Sorted::cursor);
        return new Page<>(page.items().stream().map(NodeLists.Sorted::node).toList(), page.nextCursor());
    }

    /** The children of a node, in the order they were made. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<NodeView> children(String idOrShortId, String cursor, Integer limit) {
        NodeView parent = require(idOrShortId, Action.NODE_READ);
        return list(parent.projectId(), NodeFilter.childrenOf(parent.id()), cursor, limit);
    }

    /** Those of some nodes that the caller sees, by id. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<UUID, NodeReference> references(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : nodes.references(ids, policy.visibility(Action.NODE_READ)).stream()
                        .collect(Collectors.toMap(NodeReference::id, Function.identity()));
    }

    /** A node by id or short id, once the caller may do something with it; absent and invisible look the same. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public NodeView require(String idOrShortId, Action action) {
        Rights rights = policy.rights(action);
        NodeRepository.Found found =
                nodes.find(idOrShortId, rights).orElseThrow(() -> ProblemException.notFound("node"));
        if (!found.permitted()) {
            throw rights.refusal();
        }
        return found.node();
    }

    /** Looks at the parent after the fact: a wrong one rolls everything back, and a right one costs no extra question. */
    private UUID hang(Node node, UUID id, UUID parentId, Project project, Rights rights) {
        NodeRepository.Hung hung = nodes.hang(id, parentId, project.id(), rights)
                .orElseThrow(() -> ProblemException.validation("parent_id", "names no node of this project"));
        if (!hung.permitted()) {
            throw rights.refusal();
        }
        if (!node.kind().mayHangUnder(hung.parent())) {
            throw ProblemException.validation("parent_id", "a component cannot hang under an issue");
        }
        return hung.zoneId();
    }

    private void watchAsAssignee(UUID nodeId, UUID assigneeId) {
        if (assigneeId != null) {
            watchers.add(nodeId, List.of(assigneeId), Watchers.Reason.ASSIGNEE);
        }
    }

    private void publishChange(NodeView after, Map<String, Object> before, Set<String> changed, Set<UUID> mentioned) {
        if (after.status() != null
                && before.containsKey("status")
                && !after.status().equals(before.get("status"))) {
            news.publish(
                    "node.status_changed",
                    after,
                    mentioning(mentioned, Map.of("from", before.get("status"), "to", after.status())));
        } else {
            news.publish("node.changed", after, mentioning(mentioned, Map.of("fields", List.copyOf(changed))));
        }
        if (changed.contains("assignee_id")) {
            news.publishAssignment(after, before.get("assignee_id"));
        }
    }

    /** Adds to an event whom a new description mentions. */
    private static Map<String, Object> mentioning(Set<UUID> mentioned, Map<String, Object> data) {
        Map<String, Object> all = new HashMap<>(data);
        if (!mentioned.isEmpty()) {
            all.put("mentions", mentioned.stream().map(UUID::toString).toList());
        }
        return all;
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
