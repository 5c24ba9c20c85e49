package io.strata.documents.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How often the classifier is right on texts it knows nothing about, in a folder given by a system property. */
@EnabledIfSystemProperty(named = "strata.test.classification", matches = ".+")
class ZeroShotAccuracyTest {

    private static final Pattern FIELD =
            Pattern.compile("\\G(?:\"([^\"]*+(?:\"\"[^\"]*+)*+)\"|([^,\\n]*))(,|\\r?\\n|\\z)");

    private final MiniLmEmbedder embedder = new MiniLmEmbedder();

    @Test
    void isRightFarMoreOftenThanByChance() throws IOException {
        Path folder = Path.of(System.getProperty("strata.test.classification"));
        List<TopicDescription> topics = rows(folder.resolve("topics.csv")).stream()
                .map(row -> new TopicDescription(UUID.randomUUID(), row.get(0), row.get(1)))
                .toList();
        for (String part : List.of("train", "test")) {
            assertThat(accuracy(part, rows(folder.resolve(part + ".csv")), topics))
                    .isGreaterThan(0.5);
        }
    }

    private double accuracy(String part, List<List<String>> texts, List<TopicDescription> topics) {
        SimilarityClassifier classifier = new SimilarityClassifier(embedder);
        int right = 0;
        double confidence = 0;
        for (List<String> row : texts) {
            String text = row.get(2) + ". " + row.get(3);
            List<float[]> passages = embedder.embed(
                    Passages.of(text).stream().map(passage -> passage.of(text)).toList());
            TopicScore best = classifier.classify(passages, topics).get(0);
            confidence += best.confidence();
            boolean hit = topics.stream()
                    .anyMatch(topic ->
                            topic.id().equals(best.topicId()) && topic.name().equals(row.get(0)));
            right += hit ? 1 : 0;
        }
        double accuracy = right / (double) texts.size();
        System.out.printf(
                "%s: %d texts, %d topics, accuracy %.3f, mean confidence %.3f%n",
                part, texts.size(), topics.size(), accuracy, confidence / texts.size());
        return accuracy;
    }

    /** The rows of a CSV file (RFC 4180) below its heading. */
    private static List<List<String>> rows(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        Matcher field = FIELD.matcher(Files.readString(file).strip());
        while (field.find()) {
            row.add(field.group(1) == null ? field.group(2) : field.group(1).replace("\"\"", "\""));
            if (!field.group(3).equals(",")) {
                rows.add(row);
                row = new ArrayList<>();
                if (field.group(3).isEmpty()) {
                    break;
                }
            }
        }
        return rows.subList(1, rows.size());
    }
}
