package io.strata.policies;

import io.strata.access.Action;
import io.strata.access.Role;
import io.strata.access.ZoneReach;
import io.strata.graph.NodeReference;
import io.strata.graph.NodeService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Reads rules together with whom and what they are about. */
@ApplicationScoped
class RuleQueries {

    private static final String SELECT = """
            select r.id, r.workspace_id, r.actor_id, a.handle, r.group_id, g.name as group_name, r.role, r.action, r.effect, z.reach, z.node_id, r.reason,
                   r.created_by, r.created_at
            from policy_rule r
                     left join actor a on a.id = r.actor_id
                     left join actor_group g on g.id = r.group_id
                     left join policy_zone z on z.id = r.zone_id
            """;

    private static final String OF_WORKSPACE = SELECT + """
            where r.workspace_id = :workspace and r.id > :after
            order by r.id
            limit :limit
            """;

    private static final String ONE = SELECT + "where r.id = :id";

    /** In the order of their strength: the first one decides. The same order is in policy_decisions. */
    private static final String REACHING = """
            with recursive around as (
                select z.id, z.parent_id, 0 as distance from policy_zone z where z.id = cast(:zone as uuid)
                union all
                select z.id, z.parent_id, around.distance + 1 from around join policy_zone z on z.id = around.parent_id
            )
            """ + SELECT + """
                     left join around on around.id = r.zone_id
                     left join workspace_role m on m.workspace_id = r.workspace_id and m.actor_id = :actor
            where r.workspace_id = :workspace and r.action = :action
              and (r.actor_id = :actor or r.role = m.role
                   or r.group_id in (select b.group_id from actor_group_member b where b.actor_id = :actor))
              and (r.zone_id is null or around.id is not null)
            order by around.distance nulls last, r.actor_id is null, r.group_id is null, r.effect desc, r.id
            """;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    NodeService nodes;

    /** The rules of a workspace in the order they were made. */
    List<RuleView> ofWorkspace(UUID workspaceId, UUID after, int limit) {
        return views(entities.createNativeQuery(OF_WORKSPACE, Tuple.class)
                .setParameter("workspace", workspaceId)
                .setParameter("after", after)
                .setParameter("limit", limit));
    }

    /** A rule that exists. */
    RuleView one(UUID id) {
        return views(entities.createNativeQuery(ONE, Tuple.class).setParameter("id", id))
                .get(0);
    }

    /**
     * The rules about an actor and an action that reach a place, the strongest first.
     *
     * @param zoneId where the place is; {@code null} when it is in no zone
     */
    List<RuleView> reaching(UUID workspaceId, UUID zoneId, UUID actorId, Action action) {
        return views(entities.createNativeQuery(REACHING, Tuple.class)
                .setParameter("zone", Objects.toString(zoneId, null))
                .setParameter("workspace", workspaceId)
                .setParameter("actor", actorId)
                .setParameter("action", action.name()));
    }

    @SuppressWarnings("unchecked")
    private List<RuleView> views(Query query) {
        List<Tuple> rows = query.getResultList();
        List<UUID> places = rows.stream()
                .map(row -> row.get("node_id", UUID.class))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, NodeReference> references = nodes.references(places);
        return rows.stream().map(row -> view(row, references)).toList();
    }

    private static RuleView view(Tuple row, Map<UUID, NodeReference> references) {
        String role = row.get("role", String.class);
        String reach = row.get("reach", String.class);
        UUID node = row.get("node_id", UUID.class);
        return new RuleView(
                row.get("id", UUID.class),
                row.get("workspace_id", UUID.class),
                row.get("actor_id", UUID.class),
                row.get("handle", String.class),
                row.get("group_id", UUID.class),
                row.get("group_name", String.class),
                role == null ? null : Role.valueOf(role),
                Action.valueOf(row.get("action", String.class)),
                Effect.valueOf(row.get("effect", String.class)),
                reach == null ? null : ZoneReach.valueOf(reach),
                node == null ? null : references.get(node),
                row.get("reason", String.class),
                row.get("created_by", UUID.class),
                row.get("created_at", Instant.class));
    }
}
