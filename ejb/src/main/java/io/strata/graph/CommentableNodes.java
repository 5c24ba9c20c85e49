package io.strata.graph;

import io.strata.content.CommentedNode;
import io.strata.content.CommentedNodes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Shows the graph's nodes to comments. */
@ApplicationScoped
class CommentableNodes implements CommentedNodes {

    @Inject
    NodeRepository nodes;

    @Inject
    StructureLock structure;

    @Override
    public Optional<CommentedNode> find(String idOrShortId) {
        return nodes.find(idOrShortId)
                .map(node -> new CommentedNode(
                        node.id(), node.shortId(), node.title(), node.projectId(), node.workspaceId()));
    }

    @Override
    public boolean hold(CommentedNode node) {
        structure.share(node.projectId());
        return nodes.find(node.id().toString()).isPresent();
    }
}
