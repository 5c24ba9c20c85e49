package io.strata.content;

import io.strata.audit.AuditLog;
import io.strata.events.DomainEvent;
import io.strata.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Notes in the audit, and tells the rest of the system, which files come and go. */
@ApplicationScoped
class AttachmentNews {

    @Inject
    AuditLog audit;

    @Inject
    Events events;

    void added(Place place, AttachmentView attachment) {
        record("attachment.added", place, attachment, null, attachment);
    }

    void removed(Place place, AttachmentView attachment) {
        record("attachment.removed", place, attachment, attachment, null);
    }

    private void record(
            String what, Place place, AttachmentView attachment, AttachmentView before, AttachmentView after) {
        CommentedNode node = place.node();
        audit.record(what, "attachment", attachment.id(), node.workspaceId(), before, after);
        Map<String, Object> data = place.data();
        data.put("file_name", attachment.fileName());
        data.put("mime_type", attachment.mimeType());
        data.put("size_bytes", attachment.sizeBytes());
        events.publish(DomainEvent.now(what, node.workspaceId(), node.projectId(), attachment.id(), data));
    }
}
