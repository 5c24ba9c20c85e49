package io.strata.documents;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** What sort of file a document is, as people speak of it. */
@JsonbTypeAdapter(DocumentKind.Adapter.class)
public enum DocumentKind {
    PDF("^application/pdf$"),
    /** Texts of word processors, spreadsheets and slides. */
    OFFICE("^application/(msword|rtf|vnd\\.(ms-|oasis\\.opendocument|openxmlformats-officedocument)).*$"),
    PICTURE("^image/.*$"),
    MAIL("^(message/.*|application/(vnd\\.ms-outlook|mbox))$"),
    PAGE("^(text/html|application/xhtml\\+xml)$"),
    /** Plain text, markdown, tables and code. */
    TEXT("^(text/.*|application/(json|xml|x-yaml))$"),
    ARCHIVE("^application/(zip|gzip|x-tar|x-7z-compressed|x-rar-compressed)$"),
    /** None of the others. */
    OTHER("");

    private final String pattern;

    DocumentKind(String pattern) {
        this.pattern = pattern;
    }

    /**
     * The condition in SQL that a MIME type is of this kind. A type belongs to the first kind that knows it.
     *
     * @param column where the type stands
     */
    String condition(String column) {
        StringBuilder condition = new StringBuilder();
        for (DocumentKind earlier : values()) {
            if (earlier == this) {
                break;
            }
            condition.append(column).append(" !~ '").append(earlier.pattern).append("' and ");
        }
        return condition + column + " ~ '" + pattern + "'";
    }

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<DocumentKind> {
        public Adapter() {
            super(DocumentKind.class, "kind");
        }
    }
}
