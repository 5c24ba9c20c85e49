package io.strata.graph;

import java.util.Map;
import java.util.UUID;

/**
 * A link, file or embed that hangs on a node.
 *
 * @param kind link, file or embed
 * @param fileRef the document, for files
 */
public record ArtifactView(
        UUID id, String title, String kind, String url, String fileRef, String mimeType, Long sizeBytes) {

    static ArtifactView of(Map<?, ?> row) {
        return new ArtifactView(
                UUID.fromString((String) row.get("id")),
                (String) row.get("title"),
                (String) row.get("kind"),
                (String) row.get("url"),
                (String) row.get("file_ref"),
                (String) row.get("mime_type"),
                (Long) row.get("size_bytes"));
    }
}
