package io.strata.webhooks;

import io.strata.access.Policy;
import io.strata.events.DomainEvent;
import io.strata.graph.NodePlaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which webhooks want to hear of what. */
@ApplicationScoped
class Subscriptions {

    private static final String ZONES = """
            select distinct zone_id from node_content
            where node_id = any (cast(string_to_array(:nodes, ',') as uuid[]))
            """;

    @Inject
    Policy policy;

    @Inject
    NodePlaces places;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /**
     * The active webhooks of a project that want an event. Asked outside the transaction that takes the event from its
     * queue: most events interest nobody, and the database then need not be prepared for nothing. A webhook hears only of
     * what whoever made it may read: every node that the event speaks of.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public List<UUID> to(DomainEvent event) {
        List<Webhook> interested = within(event, interested(event.type(), event.projectId()));
        List<UUID> zones = interested.isEmpty() ? List.of() : zonesOf(event);
        return interested.stream()
                .filter(webhook ->
                        zones.stream().allMatch(zone -> policy.mayRead(webhook.createdBy(), event.workspaceId(), zone)))
                .map(Webhook::id)
                .toList();
    }

    private List<Webhook> interested(String eventType, UUID projectId) {
        return entities.createQuery(
                        "select w from Webhook w where w.projectId = :project and w.active = true order by w.id",
                        Webhook.class)
                .setParameter("project", projectId)
                .getResultStream()
                .filter(webhook -> webhook.wants(eventType))
                .toList();
    }

    /** Those that listen to the part of the tree, and to the labels, that the event is about. */
    private List<Webhook> within(DomainEvent event, List<Webhook> interested) {
        Set<UUID> subtrees = interested.stream()
                .map(Webhook::subtreeId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<UUID> around = places.above(event.mentioned(), subtrees);
        List<String> labels =
                interested.stream().anyMatch(Webhook::wantsLabels) ? places.labels(event.about()) : List.of();
        return interested.stream()
                .filter(webhook -> webhook.subtreeId() == null || around.contains(webhook.subtreeId()))
                .filter(webhook -> webhook.wantsAnyOf(labels))
                .toList();
    }

    /** The zones of all nodes that an event names, {@code null} for those in none; what is about no node is in none. */
    @SuppressWarnings("unchecked")
    private List<UUID> zonesOf(DomainEvent event) {
        String named = event.mentioned().stream().map(UUID::toString).collect(Collectors.joining(","));
        List<UUID> zones =
                entities.createNativeQuery(ZONES).setParameter("nodes", named).getResultList();
        return zones.isEmpty() ? Arrays.asList((UUID) null) : zones;
    }
}
