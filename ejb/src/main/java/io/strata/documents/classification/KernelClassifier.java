package io.strata.documents.classification;

import io.strata.access.Open;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Learns from descriptions and examples together: {@link KernelTopicModel} says how. */
@Open("knows nothing of anybody's data")
@ApplicationScoped
public class KernelClassifier implements Classifier {

    private TopicVectors vectors;

    /** For CDI. */
    protected KernelClassifier() {}

    /** Describes topics in the vectors of an embedder. */
    @Inject
    public KernelClassifier(Embedder embedder) {
        this.vectors = new TopicVectors(embedder);
    }

    @Override
    public TopicModel learn(List<TopicDescription> topics, List<Example> examples) {
        return new KernelTopicModel(topics, topics.stream().map(vectors::of).toList(), examples);
    }
}
