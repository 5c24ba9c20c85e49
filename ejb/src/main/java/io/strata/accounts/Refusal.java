package io.strata.accounts;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/**
 * What the audit says of somebody who could not prove who they are. What was entered is no part of it: people type
 * passwords into the wrong field.
 *
 * @param handle of the account; {@code null} when there is no such account
 */
public record Refusal(String handle, Reason reason, String address, String userAgent) {

    /** Why. */
    @JsonbTypeAdapter(Reason.Adapter.class)
    public enum Reason {
        UNKNOWN_ACCOUNT,
        INACTIVE_ACCOUNT,
        WRONG_PASSWORD,
        WRONG_CODE;

        /** Its form in JSON. */
        public static final class Adapter extends LowerCaseEnumAdapter<Reason> {
            public Adapter() {
                super(Reason.class);
            }
        }
    }
}
