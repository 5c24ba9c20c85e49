package io.strata.graph;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** What an item of a bulk change does. */
@JsonbTypeAdapter(BulkOperation.Adapter.class)
public enum BulkOperation {
    CREATE,
    PATCH,
    MOVE,
    DELETE;

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<BulkOperation> {
        public Adapter() {
            super(BulkOperation.class, "op");
        }
    }
}
