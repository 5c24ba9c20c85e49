package io.strata.reconciliation.disagreements;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** What a person can do about a disagreement. */
@JsonbTypeAdapter(RepairAction.Adapter.class)
public enum RepairAction {
    /** The other store is made to say what the graph says. */
    ADOPT_GRAPH,
    /** The other store is made to say what PostgreSQL says. */
    ADOPT_RELATIONAL,
    /** What only one store has is removed. */
    DELETE,
    /** Nothing is changed; the finding is set aside until one of its sides changes. */
    IGNORE;

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<RepairAction> {
        public Adapter() {
            super(RepairAction.class, "action");
        }
    }
}
