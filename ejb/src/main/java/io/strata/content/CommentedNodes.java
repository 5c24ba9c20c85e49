package io.strata.content;

import io.strata.access.Action;
import io.strata.common.ProblemException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The nodes that comments and what else people add are about, as their owner shows them. */
public interface CommentedNodes {

    /**
     * A node by id or short id; empty when there is none, it is in the trash, or the caller does not see it.
     *
     * @throws ProblemException forbidden, when the caller sees it but may not do this with it
     */
    Optional<CommentedNode> find(String idOrShortId, Action action);

    /** Those of some nodes that the caller sees and that are not in the trash, by their ids. */
    Map<UUID, CommentedNode> seen(Collection<UUID> ids);

    /**
     * Keeps a node out of the trash until the transaction ends.
     *
     * @return whether it is not there already
     */
    boolean hold(CommentedNode node);
}
