package io.strata.webhooks;

import io.strata.access.Policy;
import io.strata.events.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which webhooks want to hear of what. */
@ApplicationScoped
class Subscriptions {

    private static final Pattern IDENTIFIER = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private static final String ZONES = """
            select distinct zone_id from node_content
            where node_id = any (cast(string_to_array(:nodes, ',') as uuid[])) and zone_id is not null
            """;

    @Inject
    Policy policy;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /**
     * The active webhooks of a project that want an event. Asked outside the transaction that takes the event from its
     * queue: most events interest nobody, and the database then need not be prepared for nothing. A webhook hears only of
     * what whoever made it may read: every node that the event speaks of.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public List<UUID> to(DomainEvent event) {
        List<Webhook> interested = interested(event.type(), event.projectId());
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

    /** The zones of all nodes that an event names; nodes in none are open to the whole workspace. */
    @SuppressWarnings("unchecked")
    private List<UUID> zonesOf(DomainEvent event) {
        String named = Stream.concat(Stream.of(event.subjectId()), event.data().values().stream())
                .map(Objects::toString)
                .filter(text -> IDENTIFIER.matcher(text).matches())
                .collect(Collectors.joining(","));
        return entities.createNativeQuery(ZONES).setParameter("nodes", named).getResultList();
    }
}
