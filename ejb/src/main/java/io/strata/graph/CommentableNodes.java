package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.Policy;
import io.strata.access.Rights;
import io.strata.content.CommentedNode;
import io.strata.content.CommentedNodes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Shows the graph's nodes to comments. */
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
        return found.map(NodeRepository.Found::node)
                .map(node -> new CommentedNode(
                        node.id(), node.shortId(), node.title(), node.projectId(), node.workspaceId()));
    }

    @Override
    public boolean hold(CommentedNode node) {
        structure.share(node.projectId());
        return nodes.exists(node.id());
    }
}
