package io.strata.documents;

import java.util.UUID;

/**
 * What a table of documents shows; what is {@code null} does not matter.
 *
 * @param title a part of the title
 */
public record AdministrationQuery(
        UUID workspaceId, DocumentStatus status, UUID topicId, String title, SortField sort, boolean ascending) {

    /** What a table can be sorted by. */
    public enum SortField {
        TITLE("lower(d.title)"),
        STATUS("d.status"),
        MIME_TYPE("d.mimeType"),
        SIZE("d.sizeBytes"),
        CREATED("d.createdAt"),
        UPDATED("d.updatedAt");

        private final String expression;

        SortField(String expression) {
            this.expression = expression;
        }

        String expression() {
            return expression;
        }
    }
}
