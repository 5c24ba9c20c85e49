package io.strata.documents;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** How far a document has come; each leads to the next, and every one but {@code READY} may lead to {@code FAILED}. */
@JsonbTypeAdapter(DocumentStatus.Adapter.class)
public enum DocumentStatus {
    /** Stored, and waiting for its turn. */
    PENDING,
    /** Its text is being read. */
    EXTRACTING,
    /** Its text is known; its topics are being found. */
    CLASSIFYING,
    /** It can be searched for, has its topics and hangs in the graph. */
    READY,
    /** It cannot be read, and says why. */
    FAILED;

    /** Whether nothing more happens to the document unless somebody asks for it. */
    public boolean isFinal() {
        return this == READY || this == FAILED;
    }

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<DocumentStatus> {
        public Adapter() {
            super(DocumentStatus.class);
        }
    }
}
