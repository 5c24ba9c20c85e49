package io.strata.access;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** What an actor is in a workspace, from the least to the most. */
@JsonbTypeAdapter(Role.Adapter.class)
public enum Role {
    VIEWER,
    AGENT,
    MEMBER,
    ADMIN,
    OWNER;

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<Role> {
        public Adapter() {
            super(Role.class);
        }
    }
}
