package io.strata.content;

import io.strata.access.Open;
import io.strata.common.Json;
import io.strata.common.LowerCaseEnumAdapter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Who watches which node, in PostgreSQL. Whoever has stopped watching is not made a watcher again by anything but their
 * own choice.
 */
@ApplicationScoped
public class Watchers {

    /** What makes somebody a watcher. */
    public enum Reason {
        CHOICE,
        AUTHOR,
        ASSIGNEE,
        MENTION,
        COMMENT
    }

    private static final String ADD = """
            insert into watcher (node_id, actor_id, reason)
            select cast(:node as uuid), a.id, :reason
            from actor a where a.id = any (cast(:actors as uuid[]))
            on conflict do nothing
            """;

    private static final String CHOOSE = """
            insert into watcher (node_id, actor_id, reason, watching)
            values (cast(:node as uuid), cast(:actor as uuid), 'choice', :watching)
            on conflict (node_id, actor_id) do update
            set watching = :watching, reason = 'choice', since = now()
            where watcher.watching is distinct from :watching
            """;

    /** Those who may read the node today; rules may have changed since they began. */
    private static final String OF_NODE = """
            select cast(json_build_object('actor_id', a.id, 'handle', a.handle, 'display_name', a.display_name,
                     'reason', w.reason, 'since', %s) as text)
            from watcher w
                     join node_content c on c.node_id = w.node_id
                     join actor a on a.id = w.actor_id and a.active
                     left join lateral policy_visibility(a.id, 'NODE_READ') v on true
            where w.node_id = cast(:node as uuid) and w.watching and a.handle > :after
              and (a.administrator
                or coalesce(c.zone_id = any (v.granted), false)
                or c.workspace_id = any (v.workspaces) and not coalesce(c.zone_id = any (v.hidden), false))
            order by a.handle limit :limit
            """.formatted(ContentRows.moment("w.since"));

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /** Makes some actors watchers of a node; who is one already, or has stopped, stays as they are. */
    @Open("part of a change whose service has been asked for permission")
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(UUID nodeId, Collection<UUID> actorIds, Reason reason) {
        if (actorIds.isEmpty()) {
            return;
        }
        entities.createNativeQuery(ADD)
                .setParameter("node", nodeId.toString())
                .setParameter("actors", actorIds.stream().map(UUID::toString).toArray(String[]::new))
                .setParameter("reason", LowerCaseEnumAdapter.write(reason))
                .executeUpdate();
    }

    /** Notes what somebody has chosen, and whether they had not chosen it before. */
    boolean choose(UUID nodeId, UUID actorId, boolean watching) {
        return entities.createNativeQuery(CHOOSE)
                        .setParameter("node", nodeId.toString())
                        .setParameter("actor", actorId.toString())
                        .setParameter("watching", watching)
                        .executeUpdate()
                > 0;
    }

    /** Who watches a node and may read it, by handle, after a handle. */
    List<WatcherView> of(UUID nodeId, String after, int limit) {
        List<?> found = entities.createNativeQuery(OF_NODE)
                .setParameter("node", nodeId.toString())
                .setParameter("after", after == null ? "" : after)
                .setParameter("limit", limit)
                .getResultList();
        return found.stream()
                .map(row -> Json.<WatcherView>read((String) row, WatcherView.class))
                .toList();
    }
}
