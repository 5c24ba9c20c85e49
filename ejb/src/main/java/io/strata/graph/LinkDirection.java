package io.strata.graph;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** Which way a link goes, seen from the node that is read. */
@JsonbTypeAdapter(LinkDirection.Adapter.class)
public enum LinkDirection {
    OUTGOING,
    INCOMING;

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<LinkDirection> {
        public Adapter() {
            super(LinkDirection.class, "direction");
        }
    }
}
