package io.strata.approvals;

import io.strata.access.Action;
import io.strata.common.Json;
import io.strata.common.LowerCaseEnumAdapter;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import io.strata.graph.BulkItem;
import io.strata.graph.DeletionPreview;
import io.strata.graph.NodeReference;
import io.strata.graph.NodeService;
import io.strata.graph.NodeView;
import io.strata.graph.ProjectView;
import io.strata.graph.TrashService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Says what an item of a bulk change would do, once the present caller has the right for it. */
@ApplicationScoped
class BulkEffects {

    private static final int LONGEST_TEXT = 200;
    /**
     * What would be done.
     *
     * @param things to how many nodes
     */
    record Planned(CallEffect effect, long things) {}

    @Inject
    NodeService nodes;

    @Inject
    TrashService trash;

    Planned of(ProjectView project, BulkItem item) {
        if (item == null || item.op() == null) {
            throw ProblemException.validation("op", "is required");
        }
        String what = LowerCaseEnumAdapter.write(item.op());
        return switch (item.op()) {
            case CREATE -> {
                new Validation().present("create", item.create()).done();
                UUID parent = item.create().parentId() == null
                        ? project.rootId()
                        : item.create().parentId();
                require(project, parent.toString(), "parent_id");
                yield one(what, parent, null, shown(item.create()));
            }
            case PATCH -> {
                NodeView node = require(project, item.node(), "node");
                new Validation().present("changes", item.changes()).done();
                Map<String, Object> after = shown(item.changes());
                Map<String, Object> before = shown(node);
                before.keySet().retainAll(after.keySet());
                before.putAll(NodeDeletion.named(NodeReference.to(node)));
                yield one(what, node.id(), before, after);
            }
            case MOVE -> {
                NodeView node = require(project, item.node(), "node");
                new Validation().present("parent_id", item.parentId()).done();
                NodeView parent = require(project, item.parentId().toString(), "parent_id");
                yield one(
                        what,
                        node.id(),
                        NodeDeletion.named(NodeReference.to(node)),
                        Map.of("parent", parent.shortId() + " " + parent.title()));
            }
            case DELETE -> {
                NodeView node = require(project, item.node(), "node");
                DeletionPreview deletion = trash.preview(node.id().toString());
                Map<String, Object> before = NodeDeletion.named(NodeReference.to(node));
                before.put("nodes", deletion.total());
                yield new Planned(new CallEffect(what, node.id(), before, null), deletion.total());
            }
        };
    }

    private NodeView require(ProjectView project, String reference, String field) {
        new Validation().present(field, reference).done();
        NodeView node = nodes.require(reference, Action.NODE_WRITE);
        if (!node.projectId().equals(project.id())) {
            throw ProblemException.notFound("node");
        }
        return node;
    }

    private static Planned one(String what, UUID node, Map<String, Object> before, Map<String, Object> after) {
        return new Planned(new CallEffect(what, node, before, after), 1);
    }

    /** A value by the names that callers know, with its long texts cut. */
    private static Map<String, Object> shown(Object value) {
        Map<String, Object> shown = Json.readObject(Json.write(value));
        shown.replaceAll((name, part) -> part instanceof String text && text.length() > LONGEST_TEXT
                ? text.substring(0, LONGEST_TEXT) + "…"
                : part);
        shown.remove("unassign", false);
        return shown;
    }
}
