package io.strata.graph;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** What hangs on a node beside other nodes. */
@JsonbTypeAdapter(ArtifactKind.Adapter.class)
public enum ArtifactKind {
    LINK,
    /** A page that is shown in place, as long as its host is one of those that may be. */
    EMBED,
    /** A document. */
    FILE;

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<ArtifactKind> {
        public Adapter() {
            super(ArtifactKind.class, "kind");
        }
    }
}
