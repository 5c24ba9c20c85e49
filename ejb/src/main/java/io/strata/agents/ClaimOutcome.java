package io.strata.agents;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** How a claim has ended. */
@JsonbTypeAdapter(ClaimOutcome.Adapter.class)
public enum ClaimOutcome {
    COMPLETED,
    HANDED_BACK,
    /** The lease was over before anything else happened. */
    LAPSED;

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<ClaimOutcome> {
        public Adapter() {
            super(ClaimOutcome.class, "outcome");
        }
    }
}
