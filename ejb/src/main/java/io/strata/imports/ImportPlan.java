package io.strata.imports;

import io.strata.common.LowerCaseEnumAdapter;
import io.strata.common.Validation;
import io.strata.content.CommentService;
import io.strata.graph.CreateNode;
import io.strata.graph.CycleRequest;
import io.strata.graph.LinkType;
import io.strata.graph.NodeKind;
import io.strata.graph.NodeRules;
import io.strata.graph.Workflow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * A file that can be imported: everything in it is right, and every node comes behind what it hangs under. Dry run and run
 * both make a plan first, so that they complain about the same.
 *
 * @param nodes in the order in which they can be made
 * @param comments likewise
 */
record ImportPlan(
        Collection<ProjectFile.Cycle> cycles,
        List<ProjectFile.Node> nodes,
        List<ProjectFile.Link> links,
        List<ProjectFile.Comment> comments) {

    static final int MAXIMUM_NODES = 5000;
    static final int MAXIMUM_LINKS = 10_000;
    static final int MAXIMUM_COMMENTS = 5000;
    static final int MAXIMUM_CYCLES = 500;

    /**
     * Checks a file.
     *
     * @param places what its nodes are called in complaints: nodes or rows
     * @param people the ids of those who can be assignees, by their handles
     * @throws io.strata.common.ProblemException validation, naming everything that is wrong, up to a thousand
     */
    static ImportPlan of(
            ProjectFile file, String places, Workflow workflow, Map<String, UUID> people, Problems problems) {
        requireSize(file, places);
        Map<String, ProjectFile.Cycle> cycles = keyed(file.cycles(), "cycles", ProjectFile.Cycle::key, problems);
        Map<String, ProjectFile.Node> nodes = keyed(file.nodes(), places, ProjectFile.Node::key, problems);
        Map<String, ProjectFile.Comment> comments = new LinkedHashMap<>();
        file.comments().stream()
                .filter(comment -> comment != null && comment.key() != null)
                .forEach(comment -> comments.put(comment.key(), comment));
        cycles(file.cycles(), problems);
        nodes(file.nodes(), places, nodes, cycles.keySet(), workflow, people, problems);
        links(file.links(), nodes, problems);
        comments(file.comments(), nodes.keySet(), comments, problems);
        problems.done();
        List<ProjectFile.Node> orderedNodes =
                inOrder(file.nodes(), ProjectFile.Node::key, ProjectFile.Node::parent, places, problems);
        List<ProjectFile.Comment> orderedComments =
                inOrder(file.comments(), ProjectFile.Comment::key, ProjectFile.Comment::parent, "comments", problems);
        acyclic(file.links(), problems);
        problems.done();
        return new ImportPlan(cycles.values(), orderedNodes, file.links(), orderedComments);
    }

    /** A node as the graph takes it. */
    static CreateNode request(ProjectFile.Node node, UUID parent, UUID assignee, UUID cycle) {
        return new CreateNode(
                node.kind() == null ? NodeKind.ISSUE : node.kind(),
                parent,
                node.title(),
                node.description(),
                node.status(),
                node.labels(),
                assignee,
                node.priority(),
                node.estimate(),
                node.dueDate(),
                cycle);
    }

    /** What has come of the plan, or would come. */
    ImportReport report(boolean dryRun, List<ImportReport.Imported> made) {
        long components =
                nodes.stream().filter(node -> kind(node) == NodeKind.COMPONENT).count();
        return new ImportReport(
                dryRun, components, nodes.size() - components, links.size(), cycles.size(), comments.size(), made);
    }

    private static void requireSize(ProjectFile file, String places) {
        Problems problems = new Problems();
        limit(problems, "cycles", file.cycles(), MAXIMUM_CYCLES);
        limit(problems, places, file.nodes(), MAXIMUM_NODES);
        limit(problems, "links", file.links(), MAXIMUM_LINKS);
        limit(problems, "comments", file.comments(), MAXIMUM_COMMENTS);
        problems.done();
    }

    private static void limit(Problems problems, String places, List<?> items, int most) {
        if (items.size() > most) {
            problems.add(places, "must be at most " + most);
        }
    }

    private static <T> Map<String, T> keyed(List<T> items, String places, Function<T, String> key, Problems problems) {
        Map<String, T> keyed = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            T item = items.get(i);
            String name = item == null ? null : key.apply(item);
            if (name == null || name.isBlank()) {
                problems.add(places + "[" + i + "].key", "is required");
            } else if (keyed.putIfAbsent(name, item) != null) {
                problems.add(places + "[" + i + "].key", "occurs twice: " + name);
            }
        }
        return keyed;
    }

    private static void cycles(List<ProjectFile.Cycle> cycles, Problems problems) {
        for (int i = 0; i < cycles.size(); i++) {
            ProjectFile.Cycle cycle = cycles.get(i);
            if (cycle != null) {
                problems.check(
                        "cycles[" + i + "]",
                        () -> new CycleRequest(cycle.name(), cycle.startDate(), cycle.endDate()).check());
            }
        }
    }

    private static void nodes(
            List<ProjectFile.Node> nodes,
            String places,
            Map<String, ProjectFile.Node> known,
            Set<String> cycles,
            Workflow workflow,
            Map<String, UUID> people,
            Problems problems) {
        for (int i = 0; i < nodes.size(); i++) {
            ProjectFile.Node node = nodes.get(i);
            if (node == null) {
                continue;
            }
            String place = places + "[" + i + "]";
            UUID cycle = node.cycle() == null ? null : new UUID(0, 0);
            problems.check(place, () -> NodeRules.check(request(node, null, null, cycle), workflow));
            if (node.cycle() != null && !cycles.contains(node.cycle())) {
                problems.add(place + ".cycle", "names no cycle of the file");
            }
            if (node.assignee() != null && !people.containsKey(node.assignee())) {
                problems.add(place + ".assignee", "names no member of the workspace");
            }
            parent(node, place, known, problems);
        }
    }

    private static void parent(
            ProjectFile.Node node, String place, Map<String, ProjectFile.Node> known, Problems problems) {
        if (node.parent() == null) {
            return;
        }
        ProjectFile.Node parent = known.get(node.parent());
        if (parent == null) {
            problems.add(place + ".parent", "names no node of the file");
        } else if (!kind(node).mayHangUnder(kind(parent))) {
            problems.add(place + ".parent", "a component cannot hang under an issue");
        }
    }

    private static NodeKind kind(ProjectFile.Node node) {
        return node.kind() == null ? NodeKind.ISSUE : node.kind();
    }

    private static void links(List<ProjectFile.Link> links, Map<String, ProjectFile.Node> nodes, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < links.size(); i++) {
            ProjectFile.Link link = links.get(i);
            String place = "links[" + i + "]";
            if (link == null || link.type() == null) {
                problems.add(place + ".type", "is required");
                continue;
            }
            end(link.source(), link.type(), place + ".source", nodes, problems);
            end(link.target(), link.type(), place + ".target", nodes, problems);
            if (link.source() != null && link.source().equals(link.target())) {
                problems.add(place + ".target", "must be another node");
            }
            if (!seen.add(identity(link))) {
                problems.add(place, "is there twice");
            }
        }
    }

    private static void end(
            String key, LinkType type, String place, Map<String, ProjectFile.Node> nodes, Problems problems) {
        ProjectFile.Node node = key == null ? null : nodes.get(key);
        if (node == null) {
            problems.add(place, "names no node of the file");
        } else if (kind(node) != type.ends()) {
            problems.add(
                    place,
                    "cannot be linked so: " + LowerCaseEnumAdapter.write(type) + " links "
                            + LowerCaseEnumAdapter.write(type.ends()) + "s only");
        }
    }

    private static String identity(ProjectFile.Link link) {
        boolean turned = link.type().symmetric()
                && link.source() != null
                && link.target() != null
                && link.source().compareTo(link.target()) > 0;
        return link.type() + (turned ? link.target() + " " + link.source() : link.source() + " " + link.target());
    }

    private static void comments(
            List<ProjectFile.Comment> comments,
            Set<String> nodes,
            Map<String, ProjectFile.Comment> known,
            Problems problems) {
        for (int i = 0; i < comments.size(); i++) {
            ProjectFile.Comment comment = comments.get(i);
            String place = "comments[" + i + "]";
            if (comment == null || comment.node() == null || !nodes.contains(comment.node())) {
                problems.add(place + ".node", "names no node of the file");
                continue;
            }
            problems.check(
                    place,
                    () -> new Validation()
                            .text("text", comment.text(), CommentService.MAXIMUM_TEXT)
                            .done());
            ProjectFile.Comment parent = comment.parent() == null ? null : known.get(comment.parent());
            if (comment.parent() != null && (parent == null || !comment.node().equals(parent.node()))) {
                problems.add(place + ".parent", "names no comment on this node");
            }
        }
    }

    /** Each behind its parent, and otherwise in the order of the file. */
    private static <T> List<T> inOrder(
            List<T> items, Function<T, String> key, Function<T, String> parent, String places, Problems problems) {
        Map<String, List<T>> below = new HashMap<>();
        Deque<T> ready = new ArrayDeque<>();
        for (T item : items) {
            if (parent.apply(item) == null) {
                ready.add(item);
            } else {
                below.computeIfAbsent(parent.apply(item), name -> new ArrayList<>())
                        .add(item);
            }
        }
        List<T> ordered = new ArrayList<>();
        while (!ready.isEmpty()) {
            T item = ready.remove();
            ordered.add(item);
            List<T> next = key.apply(item) == null ? null : below.remove(key.apply(item));
            if (next != null) {
                ready.addAll(next);
            }
        }
        below.keySet().forEach(name -> problems.add(places, "hang under each other in a circle, with " + name));
        return ordered;
    }

    private static void acyclic(List<ProjectFile.Link> links, Problems problems) {
        for (LinkType type : LinkType.values()) {
            if (type.acyclic()) {
                String circle = Circle.in(
                        links.stream().filter(link -> link.type() == type).toList());
                if (circle != null) {
                    problems.add("links", LowerCaseEnumAdapter.write(type) + " must not lead in a circle: " + circle);
                }
            }
        }
    }
}
