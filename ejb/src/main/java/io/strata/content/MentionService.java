package io.strata.content;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Requires;
import io.strata.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells callers where they are mentioned. */
@ApplicationScoped
public class MentionService {

    @Inject
    Mentions mentions;

    @Inject
    CommentedNodes nodes;

    /**
     * Where the caller is mentioned in what they may read, the latest first. What is in the trash is left out, so a page
     * may have fewer than it could.
     */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<MentionView> mine(String cursor, Integer requestedLimit) {
        int limit = Page.limit(requestedLimit);
        List<MentionView> found = mentions.of(CurrentCaller.require().actorId(), Page.below(cursor), limit + 1);
        Page<MentionView> page = Page.of(found, limit, mention -> Long.toString(mention.id()));
        Map<UUID, CommentedNode> seen =
                nodes.seen(page.items().stream().map(MentionView::nodeId).collect(Collectors.toSet()));
        return new Page<>(
                page.items().stream()
                        .filter(mention -> seen.containsKey(mention.nodeId()))
                        .map(mention -> mention.on(seen.get(mention.nodeId())))
                        .toList(),
                page.nextCursor());
    }
}
