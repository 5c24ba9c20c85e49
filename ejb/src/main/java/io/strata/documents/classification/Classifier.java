package io.strata.documents.classification;

import java.util.List;

/** Learns which topics texts belong to. */
public interface Classifier {

    /**
     * Makes a model of some topics.
     *
     * @param topics what a text can be about; their names and descriptions are enough to begin with
     * @param examples texts of which a person has said what they are about; may be empty
     */
    TopicModel learn(List<TopicDescription> topics, List<Example> examples);
}
