package io.strata.graph;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** What a status means, whatever a project calls it. */
@JsonbTypeAdapter(StatusCategory.Adapter.class)
public enum StatusCategory {
    TODO,
    DOING,
    DONE,
    CANCELLED;

    /** Whether nothing is left to do. */
    public boolean closed() {
        return this == DONE || this == CANCELLED;
    }

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<StatusCategory> {
        public Adapter() {
            super(StatusCategory.class, "category");
        }
    }
}
