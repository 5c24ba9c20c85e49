package io.strata.approvals;

import io.strata.audit.AuditLog;
import io.strata.events.DomainEvent;
import io.strata.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Writes into the audit, and tells listeners, what becomes of requests. */
@ApplicationScoped
class ApprovalNews {

    @Inject
    AuditLog audit;

    @Inject
    Events events;

    /** What the audit says of a request; JSON-B writes public records only. */
    public record Entry(
            String operation,
            String summary,
            ApprovalStatus status,
            String requestedBy,
            String decidedBy,
            String reason) {}

    /** The entry of a request as it is now. */
    static Entry entry(ApprovalView request) {
        return new Entry(
                request.operation(),
                request.summary(),
                request.status(),
                request.requestedBy(),
                request.decidedBy(),
                request.reason());
    }

    void record(String what, Entry before, ApprovalView after) {
        audit.record(what, "approval_request", after.id(), after.workspaceId(), before, entry(after));
        Map<String, Object> data = new HashMap<>();
        data.put("operation", after.operation());
        data.put("summary", after.summary());
        data.put("node_id", Objects.toString(after.nodeId(), null));
        data.put("requested_by", after.requestedBy());
        data.put("decided_by", after.decidedBy());
        data.put("reason", after.reason());
        data.values().removeIf(Objects::isNull);
        events.publish(DomainEvent.now(what, after.workspaceId(), after.projectId(), after.id(), data));
    }
}
