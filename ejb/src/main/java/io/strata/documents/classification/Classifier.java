package io.strata.documents.classification;

import java.util.List;

/** Decides which topics a text belongs to. */
public interface Classifier {

    /**
     * Classifies a text by its passages.
     *
     * @param passages the vectors of its passages; empty when it has no text
     * @param topics the topics to choose from
     * @return the topics it belongs to, most certain first; empty when there is no text or no topic
     */
    List<TopicScore> classify(List<float[]> passages, List<TopicDescription> topics);
}
