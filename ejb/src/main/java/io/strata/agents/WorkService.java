package io.strata.agents;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Requires;
import io.strata.common.Page;
import io.strata.common.Validation;
import io.strata.graph.NodeService;
import io.strata.graph.NodeView;
import io.strata.graph.ProjectService;
import io.strata.graph.questions.Occupation;
import io.strata.graph.questions.WorkQuestions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What there is to do, who does it, and how far they are. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class WorkService {

    private static final int USUAL = 20;

    @Inject
    NodeService nodes;

    @Inject
    ProjectService projects;

    @Inject
    WorkQuestions questions;

    @Inject
    Claims claims;

    /**
     * What the caller could work on next at and below a node: open issues that nothing blocks, that hang on nothing open,
     * that the caller may change and that nobody else works on. The most urgent first, then what is due first, then the
     * oldest.
     *
     * @param limit 1 to 200; 20 when {@code null}
     */
    @Requires(Action.NODE_READ)
    public List<NodeView> nextBelow(String idOrShortId, Integer limit) {
        NodeView root = nodes.require(idOrShortId, Action.NODE_READ);
        return questions.nextBelow(idOrShortId, occupation(root.projectId()), bounded(limit));
    }

    /** As {@link #nextBelow}, in all of a project that the caller may see. */
    @Requires(Action.NODE_READ)
    public List<NodeView> nextIn(UUID projectId, Integer limit) {
        projects.get(projectId);
        return questions.nextIn(projectId, occupation(projectId), bounded(limit));
    }

    /** The live claims of the caller in the order they were made. */
    @Requires(Action.NODE_READ)
    public Page<ClaimView> own(String cursor, Integer requestedLimit) {
        UUID caller = CurrentCaller.require().actorId();
        return page(
                cursor,
                requestedLimit,
                (after, limit) -> claims.live(caller, after, limit),
                Claim::view,
                ClaimView::id);
    }

    /** All claims that there were on a node, in the order they were made. */
    @Requires(Action.NODE_READ)
    public Page<ClaimView> on(String idOrShortId, String cursor, Integer requestedLimit) {
        UUID node = nodes.require(idOrShortId, Action.NODE_READ).id();
        return page(
                cursor, requestedLimit, (after, limit) -> claims.on(node, after, limit), Claim::view, ClaimView::id);
    }

    /** What was reported about a node, in the order of reporting. */
    @Requires(Action.NODE_READ)
    public Page<ProgressView> progress(String idOrShortId, String cursor, Integer requestedLimit) {
        UUID node = nodes.require(idOrShortId, Action.NODE_READ).id();
        return page(
                cursor,
                requestedLimit,
                (after, limit) -> claims.reports(node, after, limit),
                ProgressReport::view,
                ProgressView::id);
    }

    private Occupation occupation(UUID projectId) {
        UUID caller = CurrentCaller.require().actorId();
        Instant now = Instant.now();
        List<UUID> taken = new ArrayList<>();
        Map<UUID, UUID> abandoned = new HashMap<>();
        for (Claim claim : claims.open(projectId)) {
            if (!claim.isLive(now)) {
                abandoned.put(claim.nodeId(), claim.actorId());
            } else if (!claim.isBy(caller)) {
                taken.add(claim.nodeId());
            }
        }
        return new Occupation(caller, taken, abandoned);
    }

    private static int bounded(Integer limit) {
        return limit == null ? USUAL : Page.limit(limit);
    }

    /** Reads the part of a list that follows an identifier. */
    private interface Rows<R> {
        List<R> after(UUID id, int limit);
    }

    private static <R, V> Page<V> page(
            String cursor, Integer requestedLimit, Rows<R> rows, Function<R, V> view, Function<V, UUID> id) {
        int limit = Page.limit(requestedLimit);
        UUID after = cursor == null ? new UUID(0, 0) : Validation.identifier(cursor, "cursor");
        return Page.of(
                rows.after(after, limit + 1).stream().map(view).toList(),
                limit,
                item -> id.apply(item).toString());
    }
}
