package io.strata.graph;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** How much an issue matters, from the least to the most. */
@JsonbTypeAdapter(Priority.Adapter.class)
public enum Priority {
    NONE,
    LOW,
    MEDIUM,
    HIGH,
    URGENT;

    /** The priority that the graph keeps under a name; an issue without one has none. */
    static Priority stored(String name) {
        return name == null ? NONE : LowerCaseEnumAdapter.read(Priority.class, "priority", name);
    }

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<Priority> {
        public Adapter() {
            super(Priority.class);
        }
    }
}
