package io.strata.views;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** What a client puts the nodes of a view together by. */
@JsonbTypeAdapter(ViewGrouping.Adapter.class)
public enum ViewGrouping {
    STATUS,
    ASSIGNEE,
    PRIORITY,
    LABEL,
    CYCLE,
    KIND,
    PROJECT;

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<ViewGrouping> {
        public Adapter() {
            super(ViewGrouping.class, "group_by");
        }
    }
}
