package io.strata.documents.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The real embedder on texts that stand here. */
class KernelClassifierTest {

    private static final Embedder EMBEDDER = new MiniLmEmbedder();
    private static final KernelClassifier CLASSIFIER = new KernelClassifier(EMBEDDER);

    private static final List<String> RECIPES = List.of(
            "Whisk the eggs with sugar, fold in the flour and bake the cake for forty minutes.",
            "Fry the onions in butter until golden, then add the chopped tomatoes.",
            "Knead the dough, let it rise for an hour and bake the bread in a hot oven.",
            "Simmer the soup with carrots and celery, and season it with salt and pepper.",
            "Marinate the chicken in yoghurt and spices overnight and grill it.",
            "Boil the potatoes, mash them with milk and serve with parsley.");

    private static final List<String> STARS = List.of(
            "The telescope saw a galaxy whose light has travelled for ten billion years.",
            "Saturn's rings consist of ice, and its largest moon has lakes of methane.",
            "The star collapsed into a neutron star after the supernova.",
            "The comet returns every seventy-six years and was seen near the constellation of Orion.",
            "Astronomers measured the orbit of the planet around a red dwarf.",
            "The eclipse darkened the sky while the moon passed before the sun.");

    private final TopicDescription cooking =
            new TopicDescription(UUID.randomUUID(), "Cooking", "Recipes, ingredients, kitchens and meals.");
    private final TopicDescription astronomy =
            new TopicDescription(UUID.randomUUID(), "Astronomy", "Stars, planets, telescopes and galaxies.");
    private final TopicDescription law =
            new TopicDescription(UUID.randomUUID(), "Law", "Courts, contracts, statutes and legal disputes.");

    /** Topics that nothing is known about. */
    private final TopicDescription tray = new TopicDescription(UUID.randomUUID(), "Tray one", "");

    private final TopicDescription shelf = new TopicDescription(UUID.randomUUID(), "Tray two", "");

    @Test
    void recognisesWhatATextIsAboutFromDescriptionsAlone() {
        TopicModel model = CLASSIFIER.learn(List.of(law, astronomy, cooking), List.of());
        TopicScore best = model.classify(sample(RECIPES.get(0))).get(0);
        assertThat(best.topicId()).isEqualTo(cooking.id());
        assertThat(best.isSure()).isTrue();
    }

    @Test
    void isNotSureOfATextThatIsAboutNothing() {
        TopicModel model = CLASSIFIER.learn(List.of(law, astronomy, cooking), List.of());
        assertThat(model.classify(sample("17 4 99 23")).get(0).isSure()).isFalse();
    }

    @Test
    void aTextWithoutWordsHasNoTopicAndNoTopicsHaveNoText() {
        assertThat(CLASSIFIER.learn(List.of(cooking), List.of()).classify(Sample.of(List.of(), "")))
                .isEmpty();
        assertThat(CLASSIFIER.learn(List.of(), List.of()).classify(sample("bread")))
                .isEmpty();
    }

    @Test
    void learnsFromEachExampleAtOnce() {
        TopicModel model = CLASSIFIER.learn(List.of(tray, shelf), List.of());
        for (int i = 0; i < 3; i++) {
            model.learn(example(RECIPES.get(i), tray));
            model.learn(example(STARS.get(i), shelf));
        }
        for (int i = 3; i < RECIPES.size(); i++) {
            assertThat(best(model, RECIPES.get(i))).isEqualTo(tray.id());
            assertThat(best(model, STARS.get(i))).isEqualTo(shelf.id());
        }
    }

    @Test
    void learningOneByOneIsAboutTheSameAsLearningAllAtOnce() {
        List<Example> examples = examples();
        TopicModel grown = CLASSIFIER.learn(List.of(tray, shelf), examples.subList(0, 8));
        examples.subList(8, examples.size()).forEach(grown::learn);
        TopicModel whole = CLASSIFIER.learn(List.of(tray, shelf), examples);
        Sample text = sample("Roast the peppers and blend them with garlic and olive oil.");
        assertThat(grown.classify(text).get(0).topicId()).isEqualTo(tray.id());
        assertThat(grown.classify(text).get(0).confidence())
                .isCloseTo(whole.classify(text).get(0).confidence(), within(0.15));
    }

    @Test
    void whatAPersonSaysLaterReplacesWhatTheySaidBefore() {
        List<Example> examples = examples();
        TopicModel model = CLASSIFIER.learn(List.of(tray, shelf), examples);
        examples.forEach(example -> model.learn(new Example(
                example.id(),
                example.text(),
                example.topics().contains(tray.id()) ? Set.of(shelf.id()) : Set.of(tray.id()))));
        assertThat(best(model, RECIPES.get(0))).isEqualTo(shelf.id());
    }

    @Test
    void givesATextTheTopicsThatBelongTogether() {
        TopicDescription kitchen = new TopicDescription(UUID.randomUUID(), "Tray three", "");
        List<Example> examples = new ArrayList<>();
        RECIPES.forEach(
                text -> examples.add(new Example(UUID.randomUUID(), sample(text), Set.of(tray.id(), kitchen.id()))));
        STARS.forEach(text -> examples.add(example(text, shelf)));
        TopicModel model = CLASSIFIER.learn(List.of(tray, shelf, kitchen), examples);

        List<TopicScore> scores = model.classify(sample("Roast the peppers and serve them with bread and olive oil."));

        assertThat(scores).extracting(TopicScore::topicId).containsExactlyInAnyOrder(tray.id(), kitchen.id());
        assertThat(scores).allMatch(TopicScore::isSure);
    }

    @Test
    void confidenceIsAShareOfOne() {
        TopicModel model = CLASSIFIER.learn(List.of(tray, shelf), examples());
        IntStream.range(0, RECIPES.size())
                .forEach(i -> assertThat(model.classify(sample(STARS.get(i))))
                        .allSatisfy(score -> assertThat(score.confidence()).isBetween(0.0, 1.0)));
    }

    private List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < RECIPES.size(); i++) {
            examples.add(example(RECIPES.get(i), tray));
            examples.add(example(STARS.get(i), shelf));
        }
        return examples;
    }

    private static UUID best(TopicModel model, String text) {
        return model.classify(sample(text)).get(0).topicId();
    }

    private static Example example(String text, TopicDescription topic) {
        return new Example(UUID.randomUUID(), sample(text), Set.of(topic.id()));
    }

    private static Sample sample(String text) {
        return Sample.of(EMBEDDER.embed(List.of(text)), text);
    }
}
