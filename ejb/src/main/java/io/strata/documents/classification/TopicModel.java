package io.strata.documents.classification;

import java.util.List;

/** What a classifier knows about some topics. May be used by several threads. */
public interface TopicModel {

    /**
     * Says what a text is about.
     *
     * @return its topics, most certain first; empty when there is no text or no topic. When not even the first is {@link
     *     TopicScore#isSure sure}, a person should be asked
     */
    List<TopicScore> classify(Sample text);

    /** Takes in what a person has said about a text; replaces what was said about the same text before. */
    void learn(Example example);
}
