package io.strata.mcp;

import io.strata.agents.ClaimView;
import io.strata.agents.ProgressView;
import io.strata.agents.WorkService;
import io.strata.approvals.ApprovalService;
import io.strata.approvals.ApprovalView;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.content.CommentService;
import io.strata.content.CommentView;
import io.strata.graph.NodeContext;
import io.strata.graph.NodeFilter;
import io.strata.graph.NodeKind;
import io.strata.graph.NodeService;
import io.strata.graph.Priority;
import io.strata.graph.StatusCategory;
import io.strata.graph.questions.ImpactView;
import io.strata.graph.questions.NearbyQuestions;
import io.strata.graph.questions.PathView;
import io.strata.graph.questions.PlaceQuestions;
import io.strata.graph.questions.SubtreeView;
import io.strata.graph.questions.WorkQuestions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Tools that only read. */
@ApplicationScoped
class ReadingTools {

    private static final String NODE = "Id or short id of a component or an issue, for example SHOP-7";
    private static final String CURSOR = "next_cursor of the part before; absent for the first";
    private static final String LIMIT = "How many at most";

    /** Asks for nothing in particular. */
    public record Nothing() {}

    /** Which nodes of a project are wanted. */
    public record Search(
            @About(value = "Id of the project, as list_projects says it", required = true)
            UUID project,

            @About("component or issue") NodeKind kind,
            @About("A status of the project's workflow") String status,
            @About("What the status means") StatusCategory category,
            @About("A label") String label,
            @About("Id of the actor it is assigned to") UUID assigneeId,
            @About("A priority") Priority priority,
            @About("The first day on which it is due") LocalDate dueFrom,
            @About("The last day on which it is due") LocalDate dueUntil,
            @About(CURSOR) String cursor,
            @About(LIMIT + ", 1 to 200") Integer limit) {}

    /** Names a node. */
    public record OneNode(
            @About(value = NODE, required = true) String node) {}

    /** Names a node and asks for a part of a list about it. */
    public record ListOfNode(
            @About(value = NODE, required = true) String node,
            @About(CURSOR) String cursor,
            @About(LIMIT + ", 1 to 200") Integer limit) {}

    /** Asks for what hangs below a node. */
    public record Subtree(
            @About(value = NODE, required = true) String node,
            @About("How many levels below, 1 to 100") Integer depth,

            @About("Layers whose edges to add, separated by commas: 1 tree, 2 work, 3 code")
            String layers,

            @About(CURSOR) String cursor,
            @About(LIMIT + ", 1 to 1000") Integer limit) {}

    /** Asks for what depends on a component. */
    public record Impact(
            @About(value = "Id or short id of a component, for example SHOP-C3", required = true)
            String node,

            @About("Over how many dependencies, 1 to 20") Integer depth,
            @About(LIMIT + ", 1 to 1000") Integer limit) {}

    /** Names two nodes. */
    public record Ends(
            @About(value = NODE, required = true) String from,
            @About(value = NODE, required = true) String to,

            @About("Layers whose edges count, separated by commas: 1 tree, 2 work, 3 code")
            String layers) {}

    /** Asks for something to do. */
    public record Place(
            @About("Id of a project; either this or node") UUID project,
            @About(NODE + "; either this or project") String node,
            @About(LIMIT + ", 1 to 200") Integer limit) {}

    /** Names a request for approval. */
    public record OneApproval(
            @About(value = "Id of the request", required = true)
            UUID id) {}

    /** Some comments. */
    public record CommentList(List<CommentView> items, String nextCursor) {}

    /** Some claims. */
    public record ClaimList(List<ClaimView> items, String nextCursor) {}

    /** Some reports. */
    public record ProgressList(List<ProgressView> items, String nextCursor) {}

    @Inject
    Directory directory;

    @Inject
    NodeService nodes;

    @Inject
    PlaceQuestions places;

    @Inject
    NearbyQuestions nearby;

    @Inject
    WorkQuestions work;

    @Inject
    WorkService tasks;

    @Inject
    CommentService comments;

    @Inject
    ApprovalService approvals;

    List<Tool<?, ?>> tools() {
        return List.of(
                reading(
                        "list_projects",
                        "List projects",
                        "The workspaces that you can see, each with its projects, their ids and root nodes. Begin here.",
                        Nothing.class,
                        Directory.Listing.class,
                        nothing -> directory.list()),
                reading(
                        "find_nodes",
                        "Find components and issues",
                        "The nodes of a project that match all filters, in the order of their making.",
                        Search.class,
                        NodeList.class,
                        this::find),
                reading(
                        "read_node",
                        "Read a node",
                        "A component or an issue with its description, its path from the root, its children, artifacts and"
                                + " links.",
                        OneNode.class,
                        NodeContext.class,
                        one -> nodes.get(one.node())),
                reading(
                        "list_comments",
                        "Read comments",
                        "What people and agents have said about a node, in the order of their making.",
                        ListOfNode.class,
                        CommentList.class,
                        list -> {
                            Page<CommentView> page = comments.list(list.node(), list.cursor(), list.limit());
                            return new CommentList(page.items(), page.nextCursor());
                        }),
                reading(
                        "read_subtree",
                        "Read a subtree",
                        "What hangs below a node, each node before what is below it, with its depth.",
                        Subtree.class,
                        SubtreeView.class,
                        wish -> places.subtree(wish.node(), wish.depth(), wish.layers(), wish.cursor(), wish.limit())),
                reading(
                        "find_impact",
                        "Find what depends on a component",
                        "Components that depend on it, directly or by way of others, the nearest first, with their open"
                                + " issues.",
                        Impact.class,
                        ImpactView.class,
                        wish -> nearby.impact(wish.node(), wish.depth(), wish.limit())),
                reading(
                        "find_path",
                        "Find how two nodes hang together",
                        "A shortest way between two nodes, whichever way edges point; no nodes when there is none.",
                        Ends.class,
                        PathView.class,
                        ends -> nearby.path(ends.from(), ends.to(), ends.layers())),
                reading(
                        "list_unblocked",
                        "List unblocked issues",
                        "Open issues at and below a node that have nothing below them and that no open issue blocks.",
                        ListOfNode.class,
                        NodeList.class,
                        list -> NodeList.of(work.unblocked(list.node(), list.cursor(), list.limit()))),
                reading(
                        "next_work",
                        "Find something to do",
                        "Unblocked issues that you may change and that nobody else works on: the most urgent first, then"
                                + " what is due first, then the oldest. Claim one with claim_work.",
                        Place.class,
                        NodeList.class,
                        this::next),
                reading(
                        "list_claims",
                        "List your claims",
                        "The issues that you have claimed and whose lease is not over.",
                        Nothing.class,
                        ClaimList.class,
                        nothing -> {
                            Page<ClaimView> page = tasks.own(null, Page.MAXIMUM_LIMIT);
                            return new ClaimList(page.items(), page.nextCursor());
                        }),
                reading(
                        "list_progress",
                        "Read progress",
                        "What was reported about an issue by those who worked on it.",
                        ListOfNode.class,
                        ProgressList.class,
                        list -> {
                            Page<ProgressView> page = tasks.progress(list.node(), list.cursor(), list.limit());
                            return new ProgressList(page.items(), page.nextCursor());
                        }),
                reading(
                        "read_approval",
                        "Read a request for approval",
                        "What has become of a call of yours that a person has to approve.",
                        OneApproval.class,
                        ApprovalView.class,
                        one -> approvals.get(one.id())));
    }

    private NodeList find(Search search) {
        NodeFilter filter = new NodeFilter(
                only(search.kind()),
                only(search.status()),
                only(search.category()),
                only(search.label()),
                search.assigneeId() == null ? null : List.of(search.assigneeId().toString()),
                only(search.priority()),
                null,
                null,
                null,
                search.dueFrom(),
                search.dueUntil(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return NodeList.of(nodes.list(search.project(), filter, search.cursor(), search.limit()));
    }

    private NodeList next(Place place) {
        if ((place.project() == null) == (place.node() == null)) {
            throw ProblemException.validation("node", "either this or project is required");
        }
        return new NodeList(
                place.node() == null
                        ? tasks.nextIn(place.project(), place.limit())
                        : tasks.nextBelow(place.node(), place.limit()),
                null);
    }

    private static <T> List<T> only(T value) {
        return value == null ? null : List.of(value);
    }

    private static <I extends Record, O extends Record> Tool<I, O> reading(
            String name,
            String title,
            String description,
            Class<I> input,
            Class<O> output,
            java.util.function.Function<I, O> work) {
        return new Tool<>(name, title, description, Hints.READS, input, output, work);
    }
}
