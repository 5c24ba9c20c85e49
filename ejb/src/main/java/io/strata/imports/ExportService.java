package io.strata.imports;

import io.strata.access.Action;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.access.Visibility;
import io.strata.common.Json;
import io.strata.common.Page;
import io.strata.content.CommentService;
import io.strata.content.CommentState;
import io.strata.content.NodeContents;
import io.strata.graph.CycleService;
import io.strata.graph.CycleView;
import io.strata.graph.NodeKind;
import io.strata.graph.NodeView;
import io.strata.graph.ProjectService;
import io.strata.graph.ProjectView;
import io.strata.graph.WorkflowService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes a project as a file, as far as the caller may see it, a page at a time, however large it is. What changes
 * meanwhile may be in the file or not.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class ExportService {

    private static final String DELETED = "(deleted)";

    @Inject
    Policy policy;

    @Inject
    ProjectService projects;

    @Inject
    WorkflowService workflows;

    @Inject
    CycleService cycles;

    @Inject
    NodeContents contents;

    @Inject
    CommentService comments;

    @Inject
    ExportPages pages;

    @Inject
    People people;

    /** Writes separators between the elements of an array. */
    private static final class Elements {

        private final Writer out;
        private boolean any;

        private Elements(Writer out) {
            this.out = out;
        }

        private void add(Object element) throws IOException {
            out.write(any ? ",\n" : "\n");
            out.write(Json.write(element));
            any = true;
        }
    }

    /** The project to be exported, once the caller may see it. */
    @Requires(Action.NODE_READ)
    public ProjectView project(UUID projectId) {
        return projects.get(projectId);
    }

    /** Writes everything as JSON, in the form of {@link ProjectFile}. */
    @Requires(Action.NODE_READ)
    public void json(UUID projectId, Writer out) throws IOException {
        ProjectView project = projects.get(projectId);
        Visibility visibility = policy.visibility(Action.NODE_READ);
        out.write("{\"format\":" + quoted(ProjectFile.FORMAT));
        out.write(",\n\"project\":{\"key\":" + quoted(project.key()) + ",\"name\":" + quoted(project.name()) + "}");
        out.write(",\n\"workflow\":" + Json.write(workflows.get(projectId)));
        out.write(",\n\"cycles\":[");
        Map<UUID, String> cycleKeys = cycles(projectId, new Elements(out));
        out.write("],\n\"nodes\":[");
        nodes(project, cycleKeys, visibility, new Elements(out));
        out.write("],\n\"links\":[");
        links(projectId, visibility, new Elements(out));
        out.write("],\n\"comments\":[");
        comments(projectId, new Elements(out));
        out.write("]}\n");
        out.flush();
    }

    /** Writes the issues as a table; see {@link NodeTable} for its columns. */
    @Requires(Action.NODE_READ)
    public void csv(UUID projectId, Writer out) throws IOException {
        ProjectView project = projects.get(projectId);
        Visibility visibility = policy.visibility(Action.NODE_READ);
        out.write(NodeTable.header());
        List<ExportPages.PlacedNode> page = pages.nodes(projectId, null, visibility);
        UUID after = null;
        while (!page.isEmpty()) {
            Map<UUID, List<ProjectFile.Link>> links = pages.links(projectId, after, visibility).stream()
                    .collect(Collectors.toMap(ExportPages.LinkedNode::id, ExportPages.LinkedNode::links));
            Function<ExportPages.PlacedNode, ProjectFile.Node> file = file(project, page, Map.of());
            for (ExportPages.PlacedNode placed : page) {
                if (placed.node().kind() == NodeKind.ISSUE) {
                    out.write(NodeTable.line(
                            file.apply(placed), links.getOrDefault(placed.node().id(), List.of())));
                }
            }
            after = page.get(page.size() - 1).node().id();
            page = pages.nodes(projectId, after, visibility);
        }
        out.flush();
    }

    /** The keys of the cycles by their ids. */
    private Map<UUID, String> cycles(UUID projectId, Elements out) throws IOException {
        Map<UUID, String> keys = new HashMap<>();
        String cursor = null;
        do {
            Page<CycleView> page = cycles.list(projectId, cursor, Page.MAXIMUM_LIMIT);
            for (CycleView cycle : page.items()) {
                keys.put(cycle.id(), "cycle-" + (keys.size() + 1));
                out.add(new ProjectFile.Cycle(keys.get(cycle.id()), cycle.name(), cycle.startDate(), cycle.endDate()));
            }
            cursor = page.nextCursor();
        } while (cursor != null);
        return keys;
    }

    private void nodes(ProjectView project, Map<UUID, String> cycleKeys, Visibility visibility, Elements out)
            throws IOException {
        List<ExportPages.PlacedNode> page = pages.nodes(project.id(), null, visibility);
        while (!page.isEmpty()) {
            Function<ExportPages.PlacedNode, ProjectFile.Node> file = file(project, page, cycleKeys);
            for (ExportPages.PlacedNode placed : page) {
                if (!placed.node().id().equals(project.rootId())) {
                    out.add(file.apply(placed));
                }
            }
            page = pages.nodes(project.id(), page.get(page.size() - 1).node().id(), visibility);
        }
    }

    /** Makes the nodes of a page into those of the file. */
    private Function<ExportPages.PlacedNode, ProjectFile.Node> file(
            ProjectView project, List<ExportPages.PlacedNode> page, Map<UUID, String> cycleKeys) {
        Set<UUID> ids = page.stream().map(placed -> placed.node().id()).collect(Collectors.toSet());
        Map<UUID, String> descriptions = contents.descriptionsOf(ids);
        Map<UUID, String> handles = people.handles(page.stream()
                .map(placed -> placed.node().assigneeId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return placed -> {
            NodeView node = placed.node();
            String description = descriptions.get(node.id());
            return new ProjectFile.Node(
                    node.shortId(),
                    node.kind(),
                    parent(placed, project),
                    node.title(),
                    description == null || description.isEmpty() ? null : description,
                    node.status(),
                    node.labels(),
                    handles.get(node.assigneeId()),
                    node.priority(),
                    node.estimate(),
                    node.dueDate(),
                    node.cycleId() == null ? null : cycleKeys.get(node.cycleId()));
        };
    }

    private static String parent(ExportPages.PlacedNode placed, ProjectView project) {
        ExportPages.NamedNode parent = placed.parent();
        return parent == null || parent.id().equals(project.rootId()) ? null : parent.shortId();
    }

    private void links(UUID projectId, Visibility visibility, Elements out) throws IOException {
        List<ExportPages.LinkedNode> page = pages.links(projectId, null, visibility);
        while (!page.isEmpty()) {
            for (ExportPages.LinkedNode node : page) {
                for (ProjectFile.Link link : node.links()) {
                    out.add(link);
                }
            }
            page = pages.links(projectId, page.get(page.size() - 1).id(), visibility);
        }
    }

    private void comments(UUID projectId, Elements out) throws IOException {
        Visibility visibility = policy.visibility(Action.COMMENT_READ);
        List<ExportPages.NamedNode> page = pages.names(projectId, null, visibility);
        while (!page.isEmpty()) {
            Map<UUID, String> names =
                    page.stream().collect(Collectors.toMap(ExportPages.NamedNode::id, ExportPages.NamedNode::shortId));
            List<CommentState> written = comments.on(names.keySet());
            Set<UUID> authors = new HashSet<>();
            written.forEach(comment -> authors.add(comment.authorId()));
            Map<UUID, String> handles = people.handles(authors);
            for (CommentState comment : written) {
                out.add(new ProjectFile.Comment(
                        comment.id().toString(),
                        names.get(comment.nodeId()),
                        comment.parentId() == null ? null : comment.parentId().toString(),
                        handles.get(comment.authorId()),
                        comment.deleted() ? DELETED : comment.text(),
                        comment.createdAt()));
            }
            page = pages.names(projectId, page.get(page.size() - 1).id(), visibility);
        }
    }

    private static String quoted(String text) {
        return jakarta.json.Json.createValue(text).toString();
    }
}
