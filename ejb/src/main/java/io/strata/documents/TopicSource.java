package io.strata.documents;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** Who says that a document belongs to a topic. */
@JsonbTypeAdapter(TopicSource.Adapter.class)
public enum TopicSource {
    CLASSIFIER,
    /** A person, whose word stands: the classifier does not touch the topics of such a document. */
    PERSON;

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<TopicSource> {
        public Adapter() {
            super(TopicSource.class);
        }
    }
}
