package io.strata.tokens;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Policy;
import io.strata.access.ZoneReach;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.graph.NodeService;
import io.strata.graph.NodeView;
import io.strata.graph.NodeZones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Turns the places that a token is wanted for into what the policy compares: workspaces, and zones that begin at nodes. */
@ApplicationScoped
class TokenPlaces {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Policy policy;

    @Inject
    NodeService nodes;

    @Inject
    NodeZones zones;

    /**
     * Keeps where a token reaches.
     *
     * @param within the only workspace that may be named; {@code null} when every one may
     */
    void add(UUID tokenId, NewToken wanted, UUID within) {
        for (UUID workspace : distinct(wanted.workspaces())) {
            boolean allowed = within == null ? isVisible(workspace) : within.equals(workspace);
            if (!allowed) {
                throw ProblemException.validation("workspaces", "names a workspace that the token cannot be for");
            }
            entities.persist(new TokenPlace(tokenId, workspace, null));
        }
        List<UUID> begun = new ArrayList<>();
        for (String reference : distinct(wanted.nodes())) {
            NodeView node = node(reference, within);
            if (!begun.contains(node.id())) {
                begun.add(node.id());
                UUID zone = zones.begin(node, ZoneReach.SUBTREE).id();
                entities.persist(new TokenPlace(tokenId, node.workspaceId(), zone));
            }
        }
    }

    private NodeView node(String reference, UUID within) {
        try {
            NodeView node = nodes.require(reference, Action.NODE_READ);
            if (within == null || within.equals(node.workspaceId())) {
                return node;
            }
        } catch (ProblemException problem) {
            if (problem.type() != ProblemType.NOT_FOUND) {
                throw problem;
            }
        }
        throw ProblemException.validation("nodes", "names no node that the token can be for: " + reference);
    }

    private boolean isVisible(UUID workspace) {
        if (!CurrentCaller.require().administrator()) {
            return policy.visibleWorkspaces().contains(workspace);
        }
        return !entities.createNativeQuery("select id from workspace where id = :id")
                .setParameter("id", workspace)
                .getResultList()
                .isEmpty();
    }

    private static <T> List<T> distinct(List<T> places) {
        return places == null ? List.of() : places.stream().distinct().toList();
    }
}
