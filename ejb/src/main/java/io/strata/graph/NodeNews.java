package io.strata.graph;

import io.strata.common.LowerCaseEnumAdapter;
import io.strata.events.DomainEvent;
import io.strata.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Tells listeners what happens to nodes. */
@ApplicationScoped
class NodeNews {

    @Inject
    Events events;

    /** Publishes an event about a node, with the node's own properties beside what is particular to the event. */
    void publish(String type, NodeView node, Map<String, Object> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("short_id", node.shortId());
        data.put("kind", LowerCaseEnumAdapter.write(node.kind()));
        data.put("title", node.title());
        events.publish(DomainEvent.now(type, node.workspaceId(), node.projectId(), node.id(), data));
    }

    /** Publishes that somebody else is assigned to a node than before, or nobody; nothing when that is not so. */
    void publishAssignment(NodeView node, Object before) {
        String previous = before == null ? null : before.toString();
        String next = node.assigneeId() == null ? null : node.assigneeId().toString();
        if (!Objects.equals(previous, next)) {
            Map<String, Object> data = new HashMap<>();
            data.put("assignee_id", next);
            data.put("previous_assignee_id", previous);
            publish("assignment.changed", node, data);
        }
    }
}
