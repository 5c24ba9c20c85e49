package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.Policy;
import io.strata.access.Rights;
import io.strata.content.CommentedNode;
import io.strata.content.CommentedNodes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows the graph's nodes to comments and what else people add to them. */
@ApplicationScoped
class CommentableNodes implements CommentedNodes {

    @Inject
    Policy policy;

    @Inject
    NodeRepository nodes;

    @Inject
    StructureLock structure;

    @Override
    public Optional<CommentedNode> find(String idOrShortId, Action action) {
        Rights rights = policy.rights(action);
        Optional<NodeRepository.Found> found = nodes.find(idOrShortId, rights);
        if (found.isPresent() && !found.get().permitted()) {
            throw rights.refusal();
        }
        return found.map(NodeRepository.Found::node).map(CommentableNodes::shown);
    }

    @Override
    public Map<UUID, CommentedNode> seen(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : nodes.views(ids, policy.visibility(Action.NODE_READ)).stream()
                        .collect(Collectors.toMap(NodeView::id, CommentableNodes::shown));
    }

    private static CommentedNode shown(NodeView node) {
        return new CommentedNode(node.id(), node.shortId(), node.title(), node.projectId(), node.workspaceId());
    }

    @Override
    public boolean hold(CommentedNode node) {
        structure.share(node.projectId());
        return nodes.exists(node.id());
    }
}
