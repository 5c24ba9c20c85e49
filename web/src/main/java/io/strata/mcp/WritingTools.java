package io.strata.mcp;

import io.strata.access.Action;
import io.strata.access.ApprovalRequired;
import io.strata.approvals.ApprovalView;
import io.strata.common.ProblemException;
import io.strata.content.CommentService;
import io.strata.content.CommentView;
import io.strata.content.CreateComment;
import io.strata.graph.CreateLink;
import io.strata.graph.CreateNode;
import io.strata.graph.LinkService;
import io.strata.graph.LinkType;
import io.strata.graph.LinkView;
import io.strata.graph.NodeChanges;
import io.strata.graph.NodeKind;
import io.strata.graph.NodeService;
import io.strata.graph.NodeView;
import io.strata.graph.Priority;
import io.strata.graph.TrashService;
import io.strata.graph.TreeService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Tools that change the graph. */
@ApplicationScoped
class WritingTools {

    private static final String NODE = "Id or short id of a component or an issue, for example SHOP-7";
    private static final String ISSUES_ONLY = "; issues only";

    /** A component or an issue to be made. */
    public record NewNode(
            @About("Id of the project; may be absent when parent is there")
            UUID project,

            @About(value = "component or issue", required = true)
            NodeKind kind,

            @About(value = "Its title", required = true) String title,

            @About("Id or short id of the node it hangs under; absent for the project's root")
            String parent,

            @About("Markdown") String description,

            @About("One of the project's; absent for the first" + ISSUES_ONLY)
            String status,

            @About("Labels") List<String> labels,
            @About("Id of the actor who shall do it") UUID assigneeId,
            @About("How much it matters" + ISSUES_ONLY) Priority priority,

            @About("How much work it is, a number" + ISSUES_ONLY)
            Double estimate,

            @About("The day on which it is due" + ISSUES_ONLY)
            LocalDate dueDate) {}

    /** What to change about a node; what is absent stays. */
    public record NodeChange(
            @About(value = NODE, required = true) String node,
            @About("Its title") String title,
            @About("Markdown") String description,
            @About("One of the project's" + ISSUES_ONLY) String status,
            @About("Labels; replaces those it has") List<String> labels,
            @About("Id of the actor who shall do it") UUID assigneeId,
            @About("How much it matters" + ISSUES_ONLY) Priority priority,

            @About("How much work it is, a number" + ISSUES_ONLY)
            Double estimate,

            @About("The day on which it is due" + ISSUES_ONLY)
            LocalDate dueDate,

            @About("What to take away: assignee_id, estimate, due_date, cycle_id")
            List<String> clear) {}

    /** Where a node shall hang. */
    public record Move(
            @About(value = NODE, required = true) String node,

            @About(value = "Id or short id of the node it shall hang under", required = true)
            String parent) {}

    /** Names a node. */
    public record OneNode(
            @About(value = NODE, required = true) String node) {}

    /** Something to say about a node. */
    public record NewComment(
            @About(value = NODE, required = true) String node,
            @About(value = "Markdown", required = true) String text,
            @About("Id of the comment that it answers") UUID parentId) {}

    /** A link between two nodes. */
    public record Link(
            @About(value = "Where it begins: id or short id", required = true)
            String source,

            @About(
                    value = "blocks, relates_to and duplicates link issues; depends_on, imports, calls_api and"
                            + " shares_db link components",
                    required = true)
            LinkType type,

            @About(value = "Where it leads: id or short id", required = true)
            String target) {}

    /**
     * What has come of a call that may need a person's approval.
     *
     * @param done whether it was made
     * @param nodes how many nodes it has concerned; {@code null} when that says nothing
     * @param approval the request that a person has to approve; {@code null} when it was made
     */
    public record Outcome(boolean done, Long nodes, ApprovalView approval) {}

    @Inject
    NodeService nodes;

    @Inject
    TreeService tree;

    @Inject
    TrashService trash;

    @Inject
    LinkService links;

    @Inject
    CommentService comments;

    List<Tool<?, ?>> tools() {
        return List.of(
                new Tool<>(
                        "create_node",
                        "Create a component or an issue",
                        "Makes a component or an issue under a parent, or under the root of a project.",
                        Hints.ADDS,
                        NewNode.class,
                        NodeView.class,
                        this::create),
                new Tool<>(
                        "change_node",
                        "Change a node",
                        "Changes what is given about a node; the rest stays. The workflow says which status may follow.",
                        Hints.CHANGES,
                        NodeChange.class,
                        NodeView.class,
                        this::change),
                new Tool<>(
                        "move_node",
                        "Move a node",
                        "Hangs a node, with all that is below it, under another node of its project.",
                        Hints.CHANGES,
                        Move.class,
                        NodeView.class,
                        move -> tree.move(move.node(), seen(move.parent()).id())),
                new Tool<>(
                        "delete_node",
                        "Delete a node",
                        "Puts a node, with all that is below it, into the trash, from which it can be restored for 30 days."
                                + " For agents a person approves first: then done is false, and read_approval tells what"
                                + " becomes of it.",
                        Hints.CHANGES,
                        OneNode.class,
                        Outcome.class,
                        one -> outcome(() -> trash.delete(one.node()).deleted())),
                new Tool<>(
                        "add_comment",
                        "Comment on a node",
                        "Adds a comment to a node, or an answer to a comment.",
                        Hints.ADDS,
                        NewComment.class,
                        CommentView.class,
                        comment ->
                                comments.create(comment.node(), new CreateComment(comment.text(), comment.parentId()))),
                new Tool<>(
                        "link_nodes",
                        "Link two nodes",
                        "Links a node to another one of its workspace. blocks never leads in a circle.",
                        Hints.ADDS,
                        Link.class,
                        LinkView.class,
                        link -> links.create(
                                link.source(),
                                new CreateLink(link.type(), seen(link.target()).id()))),
                new Tool<>(
                        "unlink_nodes",
                        "Remove a link",
                        "Removes a link between two nodes. For agents a person approves first, as for delete_node.",
                        Hints.CHANGES,
                        Link.class,
                        Outcome.class,
                        link -> outcome(() -> {
                            links.delete(link.source(), link.type(), link.target());
                            return null;
                        })));
    }

    private NodeView create(NewNode wish) {
        NodeView parent = wish.parent() == null ? null : seen(wish.parent());
        UUID project = wish.project() == null && parent != null ? parent.projectId() : wish.project();
        if (project == null) {
            throw ProblemException.validation("project", "either this or parent is required");
        }
        return nodes.create(
                project,
                new CreateNode(
                        wish.kind(),
                        parent == null ? null : parent.id(),
                        wish.title(),
                        wish.description(),
                        wish.status(),
                        wish.labels(),
                        wish.assigneeId(),
                        wish.priority(),
                        wish.estimate(),
                        wish.dueDate(),
                        null));
    }

    private NodeView change(NodeChange wish) {
        return nodes.change(
                wish.node(),
                new NodeChanges(
                        wish.title(),
                        wish.description(),
                        wish.status(),
                        wish.labels(),
                        wish.assigneeId(),
                        false,
                        wish.priority(),
                        wish.estimate(),
                        wish.dueDate(),
                        null,
                        wish.clear()));
    }

    /** The services want the identifiers of further nodes; callers of tools may know them by their short ids. */
    private NodeView seen(String idOrShortId) {
        return nodes.require(idOrShortId, Action.NODE_READ);
    }

    private static Outcome outcome(Supplier<Long> call) {
        try {
            return new Outcome(true, call.get(), null);
        } catch (ApprovalRequired kept) {
            return new Outcome(false, null, (ApprovalView) kept.request());
        }
    }
}
