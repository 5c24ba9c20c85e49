package io.strata.documents;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** What somebody may do with a document that is shared with them. */
@JsonbTypeAdapter(SharePermission.Adapter.class)
public enum SharePermission {
    VIEW,
    /** Also title, tags, topics and versions; not where it is, nor who else has it. */
    EDIT;

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<SharePermission> {
        public Adapter() {
            super(SharePermission.class, "permission");
        }
    }
}
