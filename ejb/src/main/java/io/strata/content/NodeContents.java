package io.strata.content;

import io.strata.access.Open;
import io.strata.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The descriptions of nodes, for the service that owns the nodes and has asked for permission. */
@ApplicationScoped
public class NodeContents {

    /** How long a description may be, in characters. */
    public static final int MAXIMUM_DESCRIPTION = 200_000;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Mentions mentions;

    @Inject
    ContentRows rows;

    /**
     * What became of a description.
     *
     * @param before the one before
     * @param mentioned who is mentioned in the new one, and was not in the one before
     */
    public record Described(String before, Set<UUID> mentioned) {}

    /**
     * Gives a new node its description.
     *
     * @param zoneId where the node is; {@code null} when it is in no zone
     * @return who is mentioned in it
     */
    @Open("part of a change whose service has been asked for permission")
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<UUID> create(UUID nodeId, UUID projectId, UUID workspaceId, UUID zoneId, String description) {
        entities.persist(new NodeContent(nodeId, projectId, workspaceId, zoneId, description));
        return mentions.note(nodeId, null, description);
    }

    /** Replaces a description. */
    @Open("part of a change whose service has been asked for permission")
    @Transactional(Transactional.TxType.MANDATORY)
    public Described describe(UUID nodeId, String description) {
        NodeContent content = entities.find(NodeContent.class, nodeId);
        String before = content.description();
        content.describe(description);
        return new Described(before, mentions.renew(nodeId, null, description));
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

    /** What people have written about a node, with the first comments, in one question. */
    @Open("part of an answer whose service has been asked for permission")
    @Transactional(Transactional.TxType.SUPPORTS)
    public ContentView of(UUID nodeId) {
        return rows.ofNode(nodeId, Page.DEFAULT_LIMIT);
    }
}
