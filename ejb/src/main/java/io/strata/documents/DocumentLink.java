package io.strata.documents;

import io.strata.common.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A link with which somebody without an account reads a document, as its maker would. It works until it expires or is
 * revoked, and as long as its maker may still read the document.
 */
@Entity
@Table(name = "document_link")
class DocumentLink {

    @Id
    private UUID id;

    @Column(name = "document_id")
    private UUID documentId;

    @Column(name = "secret_hash")
    private byte[] secretHash;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    private long opened;

    @Column(name = "last_opened_at")
    private Instant lastOpenedAt;

    protected DocumentLink() {}

    /**
     * A new link.
     *
     * @param passwordHash {@code null} for none
     */
    DocumentLink(UUID documentId, byte[] secretHash, String passwordHash, Instant expiresAt, UUID createdBy) {
        this.id = UuidV7.next();
        this.documentId = documentId;
        this.secretHash = secretHash.clone();
        this.passwordHash = passwordHash;
        this.expiresAt = expiresAt;
        this.createdBy = createdBy;
        this.createdAt = Instant.now();
    }

    boolean isOver() {
        return !expiresAt.isAfter(Instant.now());
    }

    void open() {
        opened++;
        lastOpenedAt = Instant.now();
    }

    UUID id() {
        return id;
    }

    UUID documentId() {
        return documentId;
    }

    UUID createdBy() {
        return createdBy;
    }

    /** {@code null} when it has no password. */
    String passwordHash() {
        return passwordHash;
    }

    DocumentLinkView view() {
        return new DocumentLinkView(
                id, documentId, passwordHash != null, expiresAt, createdBy, createdAt, opened, lastOpenedAt);
    }
}
