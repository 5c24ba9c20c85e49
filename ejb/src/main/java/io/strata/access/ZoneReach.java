package io.strata.access;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** How far a rule at a node reaches. */
@JsonbTypeAdapter(ZoneReach.Adapter.class)
public enum ZoneReach {
    /** To the node and all that is below it. */
    SUBTREE,
    /** To the node alone. */
    NODE;

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<ZoneReach> {
        public Adapter() {
            super(ZoneReach.class, "reach");
        }
    }
}
