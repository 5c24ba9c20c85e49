package io.strata.recovery;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** How a transaction ends, as far as the evidence says. */
@JsonbTypeAdapter(Outcome.Adapter.class)
public enum Outcome {
    /** The graph holds its marker: every store commits. */
    COMMITTED,
    /** Neither a marker nor a log entry: every store rolls back. */
    ROLLED_BACK,
    /** The transaction manager's log has an entry, but the graph has no marker: the log decides. */
    AS_LOGGED,
    /** A store that knows could not be asked. */
    UNKNOWN;

    /** Names in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<Outcome> {
        /** For JSON-B. */
        public Adapter() {
            super(Outcome.class);
        }
    }
}
