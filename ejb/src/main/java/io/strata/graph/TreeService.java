package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.access.Rights;
import io.strata.audit.AuditLog;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps the decomposition a tree: one root, one parent each, no cycle. */
@ApplicationScoped
@Transactional
public class TreeService {

    @Inject
    NodeService nodes;

    @Inject
    ProjectService projects;

    @Inject
    StructureLock structure;

    @Inject
    Tree tree;

    @Inject
    NodeZones zones;

    @Inject
    NodeEntries entries;

    @Inject
    Policy policy;

    @Inject
    AuditLog audit;

    @Inject
    NodeNews news;

    /**
     * Hangs a node, with all that is below it, under another node of its project. Under its present parent it stays as
     * it is.
     *
     * @throws ProblemException validation, when the parent is none; conflict, when it is below the node
     */
    @Requires(Action.NODE_WRITE)
    public NodeView move(String idOrShortId, UUID parentId) {
        NodeView found = nodes.require(idOrShortId, Action.NODE_WRITE);
        new Validation().present("parent_id", parentId).done();
        structure.serialise(List.of(found.projectId()));
        Rights rights = policy.rights(Action.NODE_WRITE);
        Tree.Place place =
                tree.place(found.id(), parentId, rights).orElseThrow(() -> ProblemException.notFound("node"));
        if (parentId.equals(place.parent())) {
            return place.node();
        }
        requireAllowed(place);
        if (!place.permitted()) {
            throw rights.refusal();
        }
        NodeView moved = rehang(place, parentId);
        Map<String, Object> before = place.parent() == null
                ? Map.of()
                : Map.of("parent_id", place.parent().toString());
        Map<String, Object> after = Map.of("parent_id", parentId.toString(), "title", moved.title());
        audit.record("node.moved", "node", moved.id(), moved.workspaceId(), before, after);
        news.publish(
                "node.moved", moved, Map.of("from", before.getOrDefault("parent_id", ""), "to", parentId.toString()));
        return moved;
    }

    /** Nothing may come to hang below the node while what is there changes its zone. */
    private NodeView rehang(Tree.Place place, UUID parentId) {
        NodeView node = place.node();
        if (place.otherZone()) {
            structure.exclude(node.projectId());
        }
        NodeView moved = tree.rehang(node.id(), parentId);
        if (place.otherZone()) {
            zones.follow(node.id(), parentId);
        }
        entries.write(moved, parentId);
        return moved;
    }

    private void requireAllowed(Tree.Place place) {
        NodeView node = place.node();
        Project project = projects.seen(node.projectId());
        if (node.id().equals(project.rootId())) {
            throw ProblemException.validation("parent_id", "the root of a project hangs under nothing");
        }
        if (place.targetKind() == null) {
            throw ProblemException.validation("parent_id", "names no node of this project");
        }
        requireNoCycle(node, place.upwards());
        if (!node.kind().mayHangUnder(place.targetKind())) {
            throw ProblemException.validation("parent_id", "a component cannot hang under an issue");
        }
    }

    private static void requireNoCycle(NodeView node, List<Tree.Step> upwards) {
        List<String> way = new ArrayList<>(List.of(node.shortId()));
        for (Tree.Step step : upwards) {
            way.add(step.shortId());
            if (step.id().equals(node.id())) {
                Collections.reverse(way);
                throw ShortIdPath.closedBy(way);
            }
        }
    }
}
