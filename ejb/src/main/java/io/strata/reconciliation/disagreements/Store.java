package io.strata.reconciliation.disagreements;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** The stores that are compared. */
@JsonbTypeAdapter(Store.Adapter.class)
public enum Store {
    DATABASE,
    AUDIT,
    GRAPH,
    OBJECTS;

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<Store> {
        public Adapter() {
            super(Store.class);
        }
    }
}
