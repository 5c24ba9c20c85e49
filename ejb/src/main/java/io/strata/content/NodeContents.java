package io.strata.content;

import io.strata.access.Open;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The descriptions of nodes, for the service that owns the nodes and has asked for permission. */
@ApplicationScoped
public class NodeContents {

    /** How long a description may be, in characters. */
    public static final int MAXIMUM_DESCRIPTION = 200_000;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /**
     * Gives a new node its description.
     *
     * @param zoneId where the node is; {@code null} when it is in no zone
     */
    @Open("part of a change whose service has been asked for permission")
    @Transactional(Transactional.TxType.MANDATORY)
    public void create(UUID nodeId, UUID projectId, UUID workspaceId, UUID zoneId, String description) {
        entities.persist(new NodeContent(nodeId, projectId, workspaceId, zoneId, description));
    }

    /**
     * Replaces a description.
     *
     * @return the one before
     */
    @Open("part of a change whose service has been asked for permission")
    @Transactional(Transactional.TxType.MANDATORY)
    public String describe(UUID nodeId, String description) {
        NodeContent content = entities.find(NodeContent.class, nodeId);
        String before = content.description();
        content.describe(description);
        return before;
    }

    /** The descriptions of some nodes, by the nodes' ids. */
    @Open("part of an answer whose service has been asked for permission")
    public Map<UUID, String> descriptionsOf(Collection<UUID> nodeIds) {
        return nodeIds.isEmpty()
                ? Map.of()
                : entities.createQuery("select c from NodeContent c where c.nodeId in :nodes", NodeContent.class)
                        .setParameter("nodes", nodeIds)
                        .getResultStream()
                        .collect(Collectors.toMap(NodeContent::nodeId, NodeContent::description));
    }

    /**
     * Notes that nodes are in a zone, for row-level security; documents that hang on them follow by themselves.
     *
     * @param zoneId {@code null} when they are in none any more
     */
    @Open("part of a change whose service has been asked for permission")
    @Transactional(Transactional.TxType.MANDATORY)
    public void enter(List<UUID> nodeIds, UUID zoneId) {
        entities.flush();
        entities.createNativeQuery("""
                        update node_content set zone_id = cast(:zone as uuid)
                        where node_id = any (cast(string_to_array(:nodes, ',') as uuid[]))
                        """)
                .setParameter("zone", zoneId == null ? null : zoneId.toString())
                .setParameter("nodes", nodeIds.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .executeUpdate();
    }

    /** The description of a node; empty when it has none. */
    @Open("part of an answer whose service has been asked for permission")
    public String descriptionOf(UUID nodeId) {
        NodeContent content = entities.find(NodeContent.class, nodeId);
        return content == null ? "" : content.description();
    }
}
