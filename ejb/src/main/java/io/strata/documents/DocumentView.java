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
 * @param folderId {@code null} at the top of the workspace
 * @param sha256 of the bytes, in lower-case hexadecimal
 * @param version which of its versions this is
 * @param failure why it failed; {@code null} unless it did
 * @param remark what could not be read although the rest could
 * @param language ISO 639-1; {@code null} when unknown
 * @param pageCount {@code null} when it has no pages or does not say how many
 * @param truncated whether it has more text than is kept
 * @param topics most certain first
 * @param tags in alphabetical order
 * @param duplicates how many other documents of the workspace have the same bytes, as far as the caller may see them
 * @param snippet where a search found it: HTML with no element but {@code mark}; {@code null} outside of searches
 * @param trashedAt since when it is in the trash; {@code null} when it is not
 */
@RequiredFields(
        allBut = {
            "projectId",
            "nodeId",
            "failure",
            "remark",
            "language",
            "pageCount",
            "snippet",
            "sha256",
            "folderId",
            "trashedAt"
        })
public record DocumentView(
        UUID id,
        UUID workspaceId,
        UUID projectId,
        UUID nodeId,
        UUID folderId,
        UUID ownerId,
        String title,
        String fileName,
        String mimeType,
        long sizeBytes,
        String sha256,
        int version,
        DocumentStatus status,
        String failure,
        String remark,
        String language,
        Integer pageCount,
        boolean truncated,
        List<DocumentTopicView> topics,
        List<String> tags,
        int duplicates,
        String snippet,
        Instant createdAt,
        Instant updatedAt,
        Instant trashedAt) {

    DocumentView withSnippet(String found) {
        return with(tags, duplicates, found);
    }

    DocumentView with(List<String> allTags, int copies) {
        return with(allTags, copies, snippet);
    }

    private DocumentView with(List<String> allTags, int copies, String found) {
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
                allTags,
                copies,
                found,
                createdAt,
                updatedAt,
                trashedAt);
    }
}
