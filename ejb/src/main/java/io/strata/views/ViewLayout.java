package io.strata.views;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** How a client shows the nodes of a view. */
@JsonbTypeAdapter(ViewLayout.Adapter.class)
public enum ViewLayout {
    LIST,
    TABLE,
    BOARD,
    TIMELINE;

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<ViewLayout> {
        public Adapter() {
            super(ViewLayout.class, "layout");
        }
    }
}
