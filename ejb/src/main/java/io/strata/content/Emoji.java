package io.strata.content;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** What one can say without words. */
@JsonbTypeAdapter(Emoji.Adapter.class)
public enum Emoji {
    THUMBS_UP,
    THUMBS_DOWN,
    LAUGH,
    HOORAY,
    CONFUSED,
    HEART,
    ROCKET,
    EYES,
    CHECK;

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<Emoji> {
        public Adapter() {
            super(Emoji.class);
        }
    }
}
