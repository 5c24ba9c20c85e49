package io.strata.search;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** What can be found. */
@JsonbTypeAdapter(EntryKind.Adapter.class)
public enum EntryKind {
    COMPONENT,
    ISSUE,
    COMMENT,
    PROJECT,
    CYCLE,
    DOCUMENT;

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<EntryKind> {
        public Adapter() {
            super(EntryKind.class, "kind");
        }
    }
}
