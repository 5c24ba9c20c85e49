package io.strata.documents;

import io.strata.common.ProblemException;
import io.strata.documents.extraction.Extraction;
import io.strata.storage.TemporaryFile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A document: what it is, where its bytes are, and how far its processing has come. Processing belongs to one server at
 * a time, which claims the document for a while; a claim that runs out, or that the same server made before it was
 * restarted, binds nobody.
 */
@Entity
@Table(name = "document")
class Document {

    /** Longer than the slowest file takes, so that a claim runs out only when its server is gone. */
    static final Duration CLAIM = Duration.ofMinutes(10);

    /** A document whose processing broke off this many times, maybe with the server, is not tried again. */
    static final int MAXIMUM_ATTEMPTS = 10;

    private static final int LONGEST_FAILURE = 1000;

    @Id
    private UUID id;

    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Column(name = "project_id")
    private UUID projectId;

    @Column(name = "node_id")
    private UUID nodeId;

    /** The database keeps it. */
    @Column(name = "zone_id", insertable = false, updatable = false)
    private UUID zoneId;

    @Column(name = "owner_id")
    private UUID ownerId;

    @Column(name = "folder_id")
    private UUID folderId;

    private String title;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "object_key")
    private String objectKey;

    @Column(name = "mime_type")
    private String mimeType;

    @Column(name = "size_bytes")
    private long sizeBytes;

    private String sha256;

    @Enumerated(EnumType.STRING)
    private DocumentStatus status;

    private String failure;
    private String remark;
    private String language;

    @Column(name = "page_count")
    private Integer pageCount;

    private boolean truncated;
    private int attempts;

    @Column(name = "claimed_by")
    private String claimedBy;

    @Column(name = "claimed_until")
    private Instant claimedUntil;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    private int version;

    @Column(name = "latest_version")
    private int latestVersion;

    @Column(name = "version_by")
    private UUID versionBy;

    @Column(name = "version_at")
    private Instant versionAt;

    @Column(name = "trashed_at")
    private Instant trashedAt;

    @Column(name = "trashed_by")
    private UUID trashedBy;

    @Column(name = "trash_root")
    private UUID trashRoot;

    protected Document() {}

    /** A document whose bytes are in the store. */
    Document(
            UUID id,
            UUID ownerId,
            Placement placement,
            String fileName,
            String objectKey,
            String mimeType,
            TemporaryFile file) {
        this.id = id;
        this.workspaceId = placement.workspaceId();
        this.projectId = placement.projectId();
        this.nodeId = placement.nodeId();
        this.folderId = placement.folderId();
        this.ownerId = ownerId;
        this.title = fileName;
        this.fileName = fileName;
        this.objectKey = objectKey;
        this.mimeType = mimeType;
        this.sizeBytes = file.size();
        this.sha256 = file.sha256();
        this.createdAt = Instant.now();
        this.version = 1;
        this.latestVersion = 1;
        this.versionBy = ownerId;
        this.versionAt = createdAt;
        moveTo(DocumentStatus.PENDING);
    }

    /**
     * Takes the document for this server.
     *
     * @return whether there is anything to do and no other server is doing it; nothing is done for what is in the trash
     */
    boolean claim(String server) {
        Instant now = Instant.now();
        boolean elsewhere = claimedBy != null && !claimedBy.equals(server) && claimedUntil.isAfter(now);
        if (status.isFinal() || elsewhere || isTrashed()) {
            return false;
        }
        claimedBy = server;
        claimedUntil = now.plus(CLAIM);
        attempts++;
        return true;
    }

    /** Gives the document back without blaming it: something else was not available. */
    void release() {
        claimedBy = null;
        claimedUntil = null;
        attempts = Math.max(0, attempts - 1);
    }

    boolean isTriedTooOften() {
        return attempts > MAXIMUM_ATTEMPTS;
    }

    void startExtraction() {
        require(DocumentStatus.PENDING, DocumentStatus.EXTRACTING);
        moveTo(DocumentStatus.EXTRACTING);
    }

    void startClassification(Extraction extraction) {
        require(DocumentStatus.EXTRACTING);
        mimeType = extraction.mimeType();
        language = extraction.language();
        pageCount = extraction.pageCount();
        truncated = extraction.truncated();
        remark = extraction.remark();
        moveTo(DocumentStatus.CLASSIFYING);
    }

    void finish() {
        require(DocumentStatus.CLASSIFYING);
        claimedBy = null;
        claimedUntil = null;
        moveTo(DocumentStatus.READY);
    }

    /** Ends the processing with a cause that a person understands. */
    void fail(String cause) {
        require(DocumentStatus.PENDING, DocumentStatus.EXTRACTING, DocumentStatus.CLASSIFYING);
        claimedBy = null;
        claimedUntil = null;
        failure = cause.length() > LONGEST_FAILURE ? cause.substring(0, LONGEST_FAILURE) : cause;
        moveTo(DocumentStatus.FAILED);
    }

    /** Starts again from the beginning. */
    void retry() {
        if (!status.isFinal()) {
            throw ProblemException.conflict("The document is being processed already.");
        }
        failure = null;
        remark = null;
        attempts = 0;
        moveTo(DocumentStatus.PENDING);
    }

    /** The bytes that it has now. */
    DocumentBytes bytes() {
        return new DocumentBytes(
                version,
                fileName,
                objectKey,
                mimeType,
                sizeBytes,
                sha256,
                versionBy == null ? ownerId : versionBy,
                versionAt == null ? createdAt : versionAt);
    }

    /** The number that the next version gets. */
    int nextVersion() {
        return latestVersion + 1;
    }

    /**
     * Takes other bytes, to be processed from the beginning.
     *
     * @throws ProblemException conflict, when those that it has are being processed
     */
    void take(DocumentBytes bytes) {
        retry();
        version = bytes.version();
        latestVersion = Math.max(latestVersion, version);
        fileName = bytes.fileName();
        objectKey = bytes.objectKey();
        mimeType = bytes.mimeType();
        sizeBytes = bytes.sizeBytes();
        sha256 = bytes.sha256();
        versionBy = bytes.uploadedBy();
        versionAt = bytes.uploadedAt();
    }

    void rename(String newTitle) {
        title = newTitle.strip();
        updatedAt = Instant.now();
    }

    /** Puts the document into a folder of its workspace; {@code null} for the top. */
    void file(UUID folder) {
        folderId = folder;
        updatedAt = Instant.now();
    }

    /** Hangs the document on another node of its workspace. */
    void hang(Placement placement) {
        projectId = placement.projectId();
        nodeId = placement.nodeId();
        updatedAt = Instant.now();
    }

    /**
     * Puts the document into the trash.
     *
     * @param root what was deleted: the document, or the folder it is in
     */
    void trash(UUID by, UUID root) {
        trashedAt = Instant.now();
        trashedBy = by;
        trashRoot = root;
    }

    void restore() {
        trashedAt = null;
        trashedBy = null;
        trashRoot = null;
    }

    boolean isTrashed() {
        return trashRoot != null;
    }

    private void moveTo(DocumentStatus next) {
        status = next;
        updatedAt = Instant.now();
    }

    private void require(DocumentStatus... allowed) {
        for (DocumentStatus candidate : allowed) {
            if (status == candidate) {
                return;
            }
        }
        throw new IllegalStateException("document " + id + " is " + status);
    }

    UUID id() {
        return id;
    }

    UUID workspaceId() {
        return workspaceId;
    }

    /** The zone of the node that it hangs on; {@code null} when that is in none. */
    UUID zoneId() {
        return zoneId;
    }

    UUID projectId() {
        return projectId;
    }

    UUID nodeId() {
        return nodeId;
    }

    /** The folder it is in; {@code null} at the top of the workspace. */
    UUID folderId() {
        return folderId;
    }

    /** What was deleted when it came into the trash; {@code null} outside of it. */
    UUID trashRoot() {
        return trashRoot;
    }

    UUID ownerId() {
        return ownerId;
    }

    String title() {
        return title;
    }

    String fileName() {
        return fileName;
    }

    String objectKey() {
        return objectKey;
    }

    String sha256() {
        return sha256;
    }

    DocumentStatus status() {
        return status;
    }

    String failure() {
        return failure;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** How callers see it, but for its tags and copies. */
    DocumentView view(List<DocumentTopicView> topics) {
        return new DocumentView(
                id,
                workspaceId,
                projectId,
                nodeId,
                folderId,
                ownerId,
                title,
                fileName,
                mimeType,
                sizeBytes,
                sha256,
                version,
                status,
                failure,
                remark,
                language,
                pageCount,
                truncated,
                topics,
                List.of(),
                0,
                null,
                createdAt,
                updatedAt,
                trashedAt);
    }
}
