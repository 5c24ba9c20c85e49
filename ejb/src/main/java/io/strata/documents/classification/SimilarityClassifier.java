package io.strata.documents.classification;

import io.strata.access.Open;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Classifies without examples: a text belongs to the topics whose descriptions mean something similar. Similarity is the
 * cosine between the mean of the text's passages and the mean of the sentences that describe the topic; the confidence
 * is its softmax over all topics.
 *
 * <p>The softmax has a temperature of {@value #TEMPERATURE}: a topic that is more similar than another by that much is e
 * times as likely. Cosines of this model lie close together (unrelated texts near 0.05, related ones near 0.4), so a
 * text that is equally far from all topics gets about 1/n for each, which is the honest answer.
 */
@Open("knows nothing of anybody's data")
@ApplicationScoped
public class SimilarityClassifier implements Classifier {

    static final double TEMPERATURE = 0.06;

    /** Further topics must be at least this likely, relative to the best. */
    static final double CLOSE = 0.6;

    private static final int MAXIMUM_TOPICS = 3;
    private static final int REMEMBERED_TOPICS = 2000;

    private final Map<List<String>, float[]> topicVectors = Collections.synchronizedMap(new RecentlyUsed());

    private Embedder embedder;

    /** For CDI. */
    protected SimilarityClassifier() {}

    /** Describes topics in the vectors of an embedder. */
    @Inject
    public SimilarityClassifier(Embedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public List<TopicScore> classify(List<float[]> passages, List<TopicDescription> topics) {
        if (passages.isEmpty() || topics.isEmpty()) {
            return List.of();
        }
        float[] text = Vectors.normalisedMean(passages, Embedder.DIMENSIONS);
        double[] similarities = topics.stream()
                .mapToDouble(topic -> Vectors.cosine(text, vectorOf(topic)))
                .toArray();
        double[] confidences = softmax(similarities, TEMPERATURE);
        List<TopicScore> scores = new ArrayList<>();
        for (int i = 0; i < confidences.length; i++) {
            scores.add(new TopicScore(topics.get(i).id(), confidences[i]));
        }
        scores.sort(Comparator.comparingDouble(TopicScore::confidence).reversed());
        double close = scores.get(0).confidence() * CLOSE;
        return scores.stream()
                .filter(score -> score.confidence() >= close)
                .limit(MAXIMUM_TOPICS)
                .toList();
    }

    /** Probabilities in the proportion e^(x/temperature), which add up to 1. */
    static double[] softmax(double[] values, double temperature) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            greatest = Math.max(greatest, value);
        }
        double[] result = new double[values.length];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            // Relative to the greatest, so that nothing overflows.
            result[i] = Math.exp((values[i] - greatest) / temperature);
            sum += result[i];
        }
        for (int i = 0; i < result.length; i++) {
            result[i] /= sum;
        }
        return result;
    }

    private float[] vectorOf(TopicDescription topic) {
        List<String> sentences = sentences(topic);
        return topicVectors.computeIfAbsent(
                sentences, key -> Vectors.normalisedMean(embedder.embed(key), Embedder.DIMENSIONS));
    }

    private static List<String> sentences(TopicDescription topic) {
        Stream<String> described =
                Stream.of(topic.description().split("(?<=[.;:!?])\\s+|\\R")).map(part -> topic.name() + ": " + part);
        return Stream.concat(Stream.of(topic.name()), described)
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static final class RecentlyUsed extends LinkedHashMap<List<String>, float[]> {

        private static final long serialVersionUID = 1L;

        private RecentlyUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, float[]> eldest) {
            return size() > REMEMBERED_TOPICS;
        }
    }
}
