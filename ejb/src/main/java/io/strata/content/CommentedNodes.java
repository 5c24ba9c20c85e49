package io.strata.content;

import java.util.Optional;

/** The nodes that comments are about, as their owner shows them. */
public interface CommentedNodes {

    /** A node by id or short id; empty when there is none or it is in the trash. Asks for no permission. */
    Optional<CommentedNode> find(String idOrShortId);

    /**
     * Keeps a node out of the trash until the transaction ends.
     *
     * @return whether it is not there already
     */
    boolean hold(CommentedNode node);
}
