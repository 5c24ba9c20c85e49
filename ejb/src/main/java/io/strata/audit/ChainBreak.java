package io.strata.audit;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/**
 * Where the chain is broken, and how.
 *
 * @param position the first position that is not right; {@code null} for an entry that never got one
 * @param entryId the entry there; {@code null} when it is not known
 * @param difference what differs
 * @param explanation for a person
 */
public record ChainBreak(Long position, Long entryId, Difference difference, String explanation) {

    /** What can be wrong with a link. */
    @JsonbTypeAdapter(Difference.Adapter.class)
    public enum Difference {
        /** The entry is not what was sealed. */
        CONTENT_CHANGED,
        /** The entry that was sealed is not there. */
        ENTRY_MISSING,
        /** An entry stands in the place of another. */
        ORDER_CHANGED,
        /** An entry has no seal, or a position is missing. */
        SEAL_MISSING,
        /** The entry is what was sealed, its hash is not. */
        SEAL_CHANGED,
        /** The chain agrees with itself and not with a checkpoint outside of the database: it was written anew. */
        REWRITTEN;

        /** Its form in JSON. */
        public static final class Adapter extends LowerCaseEnumAdapter<Difference> {
            public Adapter() {
                super(Difference.class);
            }
        }
    }
}
