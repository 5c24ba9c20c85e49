package io.strata.content;

import io.strata.access.Action;
import io.strata.common.ProblemException;
import java.util.Optional;

/** The nodes that comments are about, as their owner shows them. */
public interface CommentedNodes {

    /**
     * A node by id or short id; empty when there is none, it is in the trash, or the caller does not see it.
     *
     * @throws ProblemException forbidden, when the caller sees it but may not do this with it
     */
    Optional<CommentedNode> find(String idOrShortId, Action action);

    /**
     * Keeps a node out of the trash until the transaction ends.
     *
     * @return whether it is not there already
     */
    boolean hold(CommentedNode node);
}
