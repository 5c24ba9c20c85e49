package io.strata.documents;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A document as callers see it.
 *
 * @param projectId {@code null} when it belongs to no project
 * @param nodeId the node it hangs on; {@code null} when it hangs nowhere
 * @param sha256 of the bytes, in lower-case hexadecimal
 * @param failure why it failed; {@code null} unless it did
 * @param remark what could not be read although the rest could
 * @param language ISO 639-1; {@code null} when unknown
 * @param pageCount {@code null} when it has no pages or does not say how many
 * @param truncated whether it has more text than is kept
 * @param topics most certain first
 * @param snippet where a search found it: HTML with no element but {@code mark}; {@code null} outside of searches
 */
@RequiredFields(allBut = {"projectId", "nodeId", "failure", "remark", "language", "pageCount", "snippet", "sha256"})
public record DocumentView(
        UUID id,
        UUID workspaceId,
        UUID projectId,
        UUID nodeId,
        UUID ownerId,
        String title,
        String fileName,
        String mimeType,
        long sizeBytes,
        String sha256,
        DocumentStatus status,
        String failure,
        String remark,
        String language,
        Integer pageCount,
        boolean truncated,
        List<DocumentTopicView> topics,
        String snippet,
        Instant createdAt,
        Instant updatedAt) {

    DocumentView withSnippet(String found) {
        return new DocumentView(
                id,
                workspaceId,
                projectId,
                nodeId,
                ownerId,
                title,
                fileName,
                mimeType,
                sizeBytes,
                sha256,
                status,
                failure,
                remark,
                language,
                pageCount,
                truncated,
                topics,
                found,
                createdAt,
                updatedAt);
    }
}
