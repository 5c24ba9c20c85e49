package io.strata.documents;

import java.time.Instant;
import java.util.UUID;

/**
 * Which documents of a workspace are wanted; what is {@code null} does not matter.
 *
 * @param query words to search for, as one types them into a web search
 * @param createdFrom the first moment of their coming
 * @param createdBefore the first moment that is too late
 */
public record DocumentFilter(
        String query,
        DocumentStatus status,
        UUID topicId,
        UUID projectId,
        FolderChoice folder,
        String tag,
        DocumentKind kind,
        Instant createdFrom,
        Instant createdBefore) {

    /** Whatever is in a place. */
    public static DocumentFilter in(FolderChoice folder) {
        return new DocumentFilter(null, null, null, null, folder, null, null, null, null);
    }
}
