package io.strata.limits;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** Why a limit is what it is; the first that applies decides. */
@JsonbTypeAdapter(LimitSource.Adapter.class)
public enum LimitSource {
    /** A limit of the actor's own. */
    ACTOR,
    /** The largest limit of the roles that the actor has in any workspace, where these have one. */
    ROLE,
    /** What holds for people or for agents by the server's settings. */
    DEFAULT;

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<LimitSource> {
        public Adapter() {
            super(LimitSource.class, "source");
        }
    }
}
