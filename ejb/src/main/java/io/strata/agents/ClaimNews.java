package io.strata.agents;

import io.strata.events.DomainEvent;
import io.strata.events.Events;
import io.strata.graph.NodeView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Tells listeners how work on issues goes. The subject of each event is the issue. */
@ApplicationScoped
class ClaimNews {

    @Inject
    Events events;

    void publish(String type, NodeView issue, Claim claim, Map<String, Object> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("claim_id", claim.id().toString());
        data.put("short_id", issue.shortId());
        data.put("title", issue.title());
        events.publish(DomainEvent.now(type, issue.workspaceId(), issue.projectId(), issue.id(), data));
    }

    Map<String, Object> leaseOf(Claim claim) {
        ClaimView view = claim.view();
        Map<String, Object> data = new HashMap<>();
        data.put("lease_until", view.leaseUntil().toString());
        data.put("note", view.note());
        return data;
    }

    Map<String, Object> progressOf(ProgressView report) {
        return Map.of("percent", report.percent(), "message", report.message());
    }
}
