package io.strata.approvals;

import io.strata.access.Action;
import io.strata.common.Json;
import io.strata.graph.DeletionPreview;
import io.strata.graph.NodeReference;
import io.strata.graph.NodeService;
import io.strata.graph.NodeView;
import io.strata.graph.TrashService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts a node, with all that is below it, into the trash. */
@ApplicationScoped
class NodeDeletion implements Operation {

    /** The arguments as they are stored. */
    public record Arguments(String node) {}

    @Inject
    NodeService nodes;

    @Inject
    TrashService trash;

    @Override
    public String name() {
        return "node.delete";
    }

    @Override
    public Optional<Proposal> propose(Object[] arguments) {
        NodeView node = nodes.require((String) arguments[0], Action.NODE_DELETE);
        DeletionPreview preview = trash.preview(node.id().toString());
        long below = preview.total() - 1;
        return Optional.of(new Proposal(
                node.workspaceId(),
                node.projectId(),
                node.id(),
                Action.NODE_DELETE,
                "Delete %s “%s”%s."
                        .formatted(
                                node.shortId(),
                                node.title(),
                                below == 0
                                        ? ""
                                        : " with %d %s below it".formatted(below, below == 1 ? "node" : "nodes")),
                Json.write(new Arguments(node.id().toString())),
                new CallPreview(
                        preview.total(),
                        preview.nodes().stream()
                                .map(gone -> new CallEffect("delete", gone.id(), named(gone), null))
                                .toList())));
    }

    @Override
    public Object[] read(String arguments) {
        return new Object[] {Json.<Arguments>read(arguments, Arguments.class).node()};
    }

    @Override
    public Object perform(Object[] arguments) {
        return trash.delete((String) arguments[0]);
    }

    /** What a person recognises a node by. */
    static Map<String, Object> named(NodeReference node) {
        Map<String, Object> names = new TreeMap<>();
        names.put("short_id", node.shortId());
        names.put("title", node.title());
        return names;
    }
}
