package io.strata.content;

import io.strata.storage.TemporaryFile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A file that hangs on a node or a comment, and goes with it. Its bytes are in the object store. */
@Entity
@Table(name = "attachment")
class Attachment {

    @Id
    private UUID id;

    @Column(name = "node_id")
    private UUID nodeId;

    @Column(name = "comment_id")
    private UUID commentId;

    @Column(name = "owner_id")
    private UUID ownerId;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "object_key")
    private String objectKey;

    @Column(name = "mime_type")
    private String mimeType;

    @Column(name = "size_bytes")
    private long sizeBytes;

    private String sha256;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Attachment() {}

    /** One whose bytes are in the store. */
    Attachment(
            UUID id,
            Place place,
            UUID ownerId,
            String fileName,
            String objectKey,
            String mimeType,
            TemporaryFile file) {
        this.id = id;
        this.nodeId = place.node().id();
        this.commentId = place.commentId();
        this.ownerId = ownerId;
        this.fileName = fileName;
        this.objectKey = objectKey;
        this.mimeType = mimeType;
        this.sizeBytes = file.size();
        this.sha256 = file.sha256();
        this.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    UUID nodeId() {
        return nodeId;
    }

    /** {@code null} when it hangs on the node itself. */
    UUID commentId() {
        return commentId;
    }

    String objectKey() {
        return objectKey;
    }

    AttachmentView view() {
        return new AttachmentView(id, nodeId, commentId, ownerId, fileName, mimeType, sizeBytes, sha256, createdAt);
    }
}
