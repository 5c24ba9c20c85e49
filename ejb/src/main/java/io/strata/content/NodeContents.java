package io.strata.content;

import io.strata.access.Open;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
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

    /** Gives a new node its description. */
    @Open("part of a change whose service has been asked for permission")
    @Transactional(Transactional.TxType.MANDATORY)
    public void create(UUID nodeId, UUID projectId, UUID workspaceId, String description) {
        entities.persist(new NodeContent(nodeId, projectId, workspaceId, description));
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

    /** The description of a node; empty when it has none. */
    @Open("part of an answer whose service has been asked for permission")
    public String descriptionOf(UUID nodeId) {
        NodeContent content = entities.find(NodeContent.class, nodeId);
        return content == null ? "" : content.description();
    }
}
