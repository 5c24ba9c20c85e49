package io.strata.tokens;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** Whether a token is taken. */
@JsonbTypeAdapter(TokenStatus.Adapter.class)
public enum TokenStatus {
    /** It is taken, as long as its actor is active. */
    ACTIVE,
    /** Its time is over. */
    EXPIRED,
    /** Somebody has ended it. */
    REVOKED;

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<TokenStatus> {
        public Adapter() {
            super(TokenStatus.class, "status");
        }
    }
}
