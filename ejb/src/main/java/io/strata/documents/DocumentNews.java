package io.strata.documents;

import io.strata.common.LowerCaseEnumAdapter;
import io.strata.events.DomainEvent;
import io.strata.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Tells the rest of the system how far documents have come. */
@ApplicationScoped
class DocumentNews {

    @Inject
    Events events;

    /** Publishes the status that the document has now. */
    void publish(Document document) {
        Map<String, Object> data = new HashMap<>();
        data.put("title", document.title());
        data.put("status", LowerCaseEnumAdapter.write(document.status()));
        if (document.nodeId() != null) {
            data.put("node_id", document.nodeId().toString());
        }
        if (document.failure() != null) {
            data.put("failure", document.failure());
        }
        events.publish(DomainEvent.now(
                "document.status_changed", document.workspaceId(), document.projectId(), document.id(), data));
    }

    /** Publishes that something else was done to the document. */
    void publish(String what, Document document, Map<String, Object> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("title", document.title());
        if (document.nodeId() != null) {
            data.put("node_id", document.nodeId().toString());
        }
        events.publish(DomainEvent.now(what, document.workspaceId(), document.projectId(), document.id(), data));
    }

    /** Publishes that something was done to a folder. */
    void publish(String what, FolderView folder, Map<String, Object> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("name", folder.name());
        if (folder.parentId() != null) {
            data.put("parent_id", folder.parentId().toString());
        }
        events.publish(DomainEvent.now(what, folder.workspaceId(), null, folder.id(), data));
    }

    /** Publishes that the document hangs in the graph. */
    void publishAttached(Document document) {
        events.publish(DomainEvent.now(
                "artifact.attached",
                document.workspaceId(),
                document.projectId(),
                document.id(),
                Map.of("title", document.title(), "node_id", document.nodeId().toString())));
    }
}
