package io.strata.graph;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A link, file or embed that hangs on a node.
 *
 * @param kind link, file or embed; a page that must not be embedded, or must not any more, is a link
 * @param fileRef the document, for files
 */
@RequiredFields(allBut = {"title", "url", "fileRef", "mimeType", "sizeBytes", "createdBy", "createdAt"})
public record ArtifactView(
        UUID id,
        String title,
        String kind,
        String url,
        String fileRef,
        String mimeType,
        Long sizeBytes,
        UUID createdBy,
        Instant createdAt) {

    private static final String EMBED = "embed";

    static ArtifactView of(Map<?, ?> row) {
        return new ArtifactView(
                UUID.fromString((String) row.get("id")),
                (String) row.get("title"),
                kind((String) row.get("kind"), (String) row.get("url")),
                (String) row.get("url"),
                (String) row.get("file_ref"),
                (String) row.get("mime_type"),
                (Long) row.get("size_bytes"),
                row.get("created_by") == null ? null : UUID.fromString((String) row.get("created_by")),
                row.get("created_at") == null ? null : Instant.parse((String) row.get("created_at")));
    }

    private static String kind(String kept, String url) {
        return EMBED.equals(kept) && !EmbedHosts.allow(url) ? "link" : kept;
    }
}
