package io.strata.documents.classification;

import java.util.UUID;

/**
 * A topic that a text belongs to.
 *
 * @param confidence from 0 to 1: of texts with 0.7, seven of ten belong to the topic
 */
public record TopicScore(UUID topicId, double confidence) {

    /** From this confidence on, an answer is more likely right than wrong and stands without a question. */
    public static final double SURE = 0.5;

    /** Whether the answer stands; otherwise a person should be asked. */
    public boolean isSure() {
        return confidence >= SURE;
    }
}
