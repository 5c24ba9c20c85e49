package io.strata.reconciliation;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** What can happen to a finding. */
@JsonbTypeAdapter(FindingEvent.Adapter.class)
public enum FindingEvent {
    /** It was seen for the first time, or again after it had been gone. */
    FOUND,
    /** One of its sides has changed; if it was ignored, it is open again. */
    CHANGED,
    /** It was gone when somebody looked. */
    RESOLVED,
    /** Somebody has set it aside. */
    IGNORED,
    /** Somebody has mended it. */
    REPAIRED;

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<FindingEvent> {
        public Adapter() {
            super(FindingEvent.class, "event");
        }
    }
}
