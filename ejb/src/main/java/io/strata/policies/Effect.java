package io.strata.policies;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** What a rule says. */
@JsonbTypeAdapter(Effect.Adapter.class)
public enum Effect {
    ALLOW,
    DENY;

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<Effect> {
        public Adapter() {
            super(Effect.class);
        }
    }
}
