package io.strata.documents;

import io.strata.common.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Bytes that a document had. */
@Entity
@Table(name = "document_version")
class DocumentVersion {

    @Id
    private UUID id;

    @Column(name = "document_id")
    private UUID documentId;

    private int version;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "object_key")
    private String objectKey;

    @Column(name = "mime_type")
    private String mimeType;

    @Column(name = "size_bytes")
    private long sizeBytes;

    private String sha256;

    @Column(name = "uploaded_by")
    private UUID uploadedBy;

    @Column(name = "uploaded_at")
    private Instant uploadedAt;

    protected DocumentVersion() {}

    DocumentVersion(UUID documentId, DocumentBytes bytes) {
        this.id = UuidV7.next();
        this.documentId = documentId;
        keep(bytes);
    }

    /** Keeps these bytes instead. */
    final void keep(DocumentBytes bytes) {
        version = bytes.version();
        fileName = bytes.fileName();
        objectKey = bytes.objectKey();
        mimeType = bytes.mimeType();
        sizeBytes = bytes.sizeBytes();
        sha256 = bytes.sha256();
        uploadedBy = bytes.uploadedBy();
        uploadedAt = bytes.uploadedAt();
    }

    DocumentBytes bytes() {
        return new DocumentBytes(version, fileName, objectKey, mimeType, sizeBytes, sha256, uploadedBy, uploadedAt);
    }
}
