package io.strata.webhooks;

import io.strata.access.Open;
import io.strata.common.Json;
import io.strata.events.DomainEvent;
import io.strata.events.EventListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Turns an event into one delivery for each webhook of its project that wants it. */
@ApplicationScoped
public class FanOut implements EventListener {

    @Inject
    Subscriptions subscriptions;

    @Inject
    DeliveryQueue queue;

    @Override
    @Open("hears events that a permitted change has published")
    public void on(DomainEvent event) {
        if (event.projectId() == null) {
            return;
        }
        List<UUID> interested = subscriptions.to(event);
        if (interested.isEmpty()) {
            return;
        }
        String payload = payload(event);
        queue.add(interested.stream()
                .map(webhook -> new Delivery(webhook, event.id(), event.type(), payload))
                .toList());
    }

    /** The body as Standard Webhooks recommends it: type, timestamp and data. */
    static String payload(DomainEvent event) {
        Map<String, Object> data = new LinkedHashMap<>(event.data());
        data.put("workspace_id", event.workspaceId());
        data.put("project_id", event.projectId());
        data.put("subject_id", event.subjectId());
        data.put("actor_id", event.actorId());
        data.values().removeIf(java.util.Objects::isNull);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", event.type());
        message.put("timestamp", event.occurredAt());
        message.put("data", data);
        return Json.write(message);
    }
}
