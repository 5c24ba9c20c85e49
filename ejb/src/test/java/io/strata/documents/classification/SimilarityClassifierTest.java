package io.strata.documents.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SimilarityClassifierTest {

    private final TopicDescription cooking =
            new TopicDescription(UUID.randomUUID(), "Cooking", "Recipes, ingredients, kitchens and meals.");
    private final TopicDescription astronomy =
            new TopicDescription(UUID.randomUUID(), "Astronomy", "Stars, planets, telescopes and galaxies.");
    private final TopicDescription law =
            new TopicDescription(UUID.randomUUID(), "Law", "Courts, contracts, statutes and legal disputes.");

    @Test
    void confidencesAddUpToOne() {
        double[] result = SimilarityClassifier.softmax(new double[] {0.3, 0.2, -0.1}, 0.06);
        assertThat(Arrays.stream(result).sum()).isCloseTo(1, within(1e-9));
        assertThat(result[0]).isGreaterThan(result[1]).isGreaterThan(result[2]);
    }

    @Test
    void neitherLargeNorEqualValuesBreakTheArithmetic() {
        assertThat(SimilarityClassifier.softmax(new double[] {1e6, 0}, 0.01)).containsExactly(1, 0);
        assertThat(SimilarityClassifier.softmax(new double[] {0.2, 0.2}, 0.06)).containsExactly(0.5, 0.5);
    }

    @Test
    void aTextWithoutPassagesHasNoTopic() {
        assertThat(new SimilarityClassifier(texts -> List.of()).classify(List.of(), List.of(cooking)))
                .isEmpty();
    }

    @Test
    void recognisesWhatATextIsAboutFromDescriptionsAlone() {
        MiniLmEmbedder embedder = new MiniLmEmbedder();
        SimilarityClassifier classifier = new SimilarityClassifier(embedder);
        List<float[]> text = embedder.embed(
                List.of("Whisk the eggs with sugar, fold in the flour and bake the cake for forty minutes."));
        List<TopicScore> scores = classifier.classify(text, List.of(law, astronomy, cooking));
        assertThat(scores.get(0).topicId()).isEqualTo(cooking.id());
        assertThat(scores.get(0).confidence()).isGreaterThan(0.7);
    }

    @Test
    void isHonestAboutATextThatIsAboutNothing() {
        MiniLmEmbedder embedder = new MiniLmEmbedder();
        List<float[]> text = embedder.embed(List.of("17 4 99 23"));
        List<TopicScore> scores = new SimilarityClassifier(embedder).classify(text, List.of(law, astronomy, cooking));
        assertThat(scores.get(0).confidence()).isLessThan(0.7);
    }
}
