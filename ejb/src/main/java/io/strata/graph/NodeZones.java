package io.strata.graph;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.access.Open;
import io.strata.access.PolicyZone;
import io.strata.access.ZoneReach;
import io.strata.common.ProblemException;
import io.strata.content.NodeContents;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps with each node which zone it is in: {@code zone_id} is the one whose rules are nearest to it, and
 * {@code subtree_zone_id} the one that what hangs under it is in. They differ where rules are for a node alone. Both are
 * absent where there are no rules. Nodes in the trash are kept right as well.
 *
 * <p>The rows about the nodes follow in the same transaction.
 */
@ApplicationScoped
public class NodeZones {

    private static final String OF_NODE = """
            MATCH (n:Node|Trashed {id: $id})
            RETURN n.subtree_zone_id AS inherited, n.project_id AS project
            """;

    /** A node alone in its zone has another one than the subtree that it is in. */
    private static final String SPREAD = """
            MATCH (root:Node|Trashed {id: $id})
            MATCH (root)-[:HAS_CHILD*0..]->(n)
            WHERE coalesce(n.subtree_zone_id, '') = $from
            WITH DISTINCT n, coalesce(n.zone_id, '') = $from AS plain
            SET n.subtree_zone_id = $to
            SET n.zone_id = CASE WHEN plain THEN $to ELSE n.zone_id END
            WITH n.id AS id, plain
            WHERE plain
            RETURN id
            """;

    private static final String BELOW = """
            MATCH (root:Node|Trashed {id: $id})
            MATCH (root)-[:HAS_CHILD*0..]->(n)
            WHERE n.id IN $candidates
            RETURN DISTINCT n.id AS id
            """;

    private static final String ENTER = """
            MATCH (n:Node|Trashed {id: $id})
            SET n.zone_id = $zone
            RETURN n.id AS id
            """;

    @Inject
    Graph graph;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    StructureLock structure;

    @Inject
    NodeContents contents;

    /** The zone that begins at a node; it is made if there is none. Nobody changes the structure meanwhile. */
    @Open("part of a change whose service has been asked for permission")
    public PolicyZone begin(NodeView node, ZoneReach reach) {
        structure.serialise(List.of(node.projectId()));
        structure.exclude(node.projectId());
        return at(node.id(), reach).orElseGet(() -> {
            UUID around = place(node.id()).inherited();
            PolicyZone zone = new PolicyZone(node.workspaceId(), node.projectId(), node.id(), reach, around);
            entities.persist(zone);
            entities.flush();
            if (reach == ZoneReach.SUBTREE) {
                spread(node.id(), new Place(node.projectId(), around), zone.id(), zone.id());
            } else {
                graph.write(
                        ENTER,
                        Map.of("id", node.id().toString(), "zone", zone.id().toString()));
                contents.enter(List.of(node.id()), zone.id());
            }
            return zone;
        });
    }

    /**
     * A node hangs under another now: it is in the zone of that one, and so is what has come along. The
     * caller has excluded other changes of the structure.
     */
    @Open("part of a change whose service has been asked for permission")
    public void follow(UUID nodeId, UUID parentId) {
        UUID around = place(parentId).inherited();
        Optional<PolicyZone> own = at(nodeId, ZoneReach.SUBTREE);
        if (own.isPresent()) {
            own.get().nest(around);
            return;
        }
        Place before = place(nodeId);
        if (!Objects.equals(before.inherited(), around)) {
            spread(nodeId, before, around, null);
        }
    }

    /** The zone that begins at a node, if there is one. */
    @Open("a store for other services, behind their permission checks")
    public Optional<PolicyZone> at(UUID nodeId, ZoneReach reach) {
        return entities.createQuery(
                        "select z from PolicyZone z where z.nodeId = :node and z.reach = :reach", PolicyZone.class)
                .setParameter("node", nodeId)
                .setParameter("reach", reach)
                .getResultStream()
                .findFirst();
    }

    /** Puts all that is in a zone, from a node downwards, into another; either may be none. */
    private void spread(UUID nodeId, Place from, UUID to, UUID newZone) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", nodeId.toString());
        parameters.put("from", from.inherited() == null ? "" : from.inherited().toString());
        parameters.put("to", to == null ? null : to.toString());
        List<UUID> moved = graph.write(SPREAD, parameters).stream()
                .map(row -> UUID.fromString((String) row.get("id")))
                .toList();
        CurrentCaller.runAs(Caller.system(), () -> contents.enter(moved, to)); // also what the caller does not see
        nest(nodeId, from, to, newZone);
    }

    private void nest(UUID nodeId, Place from, UUID to, UUID newZone) {
        List<PolicyZone> inner = directlyIn(from).stream()
                .filter(zone -> !zone.id().equals(newZone))
                .toList();
        if (inner.isEmpty()) {
            return;
        }
        List<String> candidates =
                inner.stream().map(zone -> zone.nodeId().toString()).toList();
        Set<UUID> below = new HashSet<>();
        graph.read(BELOW, Map.of("id", nodeId.toString(), "candidates", candidates))
                .forEach(row -> below.add(UUID.fromString((String) row.get("id"))));
        inner.stream().filter(zone -> below.contains(zone.nodeId())).forEach(zone -> zone.nest(to));
    }

    private List<PolicyZone> directlyIn(Place place) {
        String around = place.inherited() == null ? "z.parentId is null" : "z.parentId = :zone";
        TypedQuery<PolicyZone> query = entities.createQuery(
                        "select z from PolicyZone z where z.projectId = :project and " + around, PolicyZone.class)
                .setParameter("project", place.projectId());
        if (place.inherited() != null) {
            query.setParameter("zone", place.inherited());
        }
        return query.getResultList();
    }

    private Place place(UUID nodeId) {
        return graph.read(OF_NODE, Map.of("id", nodeId.toString())).stream()
                .findFirst()
                .map(row -> new Place(identifier(row.get("project")), identifier(row.get("inherited"))))
                .orElseThrow(() -> ProblemException.notFound("node"));
    }

    private static UUID identifier(Object id) {
        return id == null ? null : UUID.fromString((String) id);
    }

    /** A project, and the zone in it that what hangs under a node is in. */
    private record Place(UUID projectId, UUID inherited) {}
}
