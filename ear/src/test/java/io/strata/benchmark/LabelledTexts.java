package io.strata.benchmark;

import io.strata.documents.classification.TopicDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts that people have sorted into topics, and that are split into those to learn from and those to be tried on.
 *
 * @param topics with the words that describe them
 */
record LabelledTexts(List<TopicDescription> topics, List<Text> train, List<Text> test) {

    private static final Pattern FIELD =
            Pattern.compile("\\G(?:\"([^\"]*+(?:\"\"[^\"]*+)*+)\"|([^,\\n]*))(,|\\r?\\n|\\z)");

    private static final int ISSUES_FOR_A_COMPONENT = 50;
    private static final int MOST_TO_TRY_ON = 60;

    /** A text and the number of its topic. */
    record Text(int topic, String text) {}

    /** Those of a folder with {@code topics.csv} (topic, description) and the texts (topic, …, title, text). */
    static LabelledTexts ofFolder(Path folder) throws IOException {
        List<TopicDescription> topics = rows(folder.resolve("topics.csv")).stream()
                .map(row -> new TopicDescription(UUID.randomUUID(), row.get(0), row.get(1)))
                .toList();
        return new LabelledTexts(
                topics, texts(folder.resolve("train.csv"), topics), texts(folder.resolve("test.csv"), topics));
    }

    /** The titles of issues; their topics are the components at the top of a system that many of them are about. */
    static LabelledTexts ofIssues(Path folder) throws IOException {
        Map<String, String> names = new HashMap<>();
        rows(folder.resolve("components.csv")).forEach(row -> names.put(row.get(0), row.get(2)));
        Map<String, List<String>> titles = new LinkedHashMap<>();
        for (List<String> row : rows(folder.resolve("issues.csv"))) {
            if (row.get(1).isBlank()) {
                continue;
            }
            titles.computeIfAbsent(row.get(5).split("/")[0], key -> new ArrayList<>())
                    .add(row.get(1));
        }
        // The root and its tests stand for no part in particular.
        titles.keySet().removeAll(List.of("", ".", "testsuite"));
        titles.values().removeIf(some -> some.size() < ISSUES_FOR_A_COMPONENT);
        List<TopicDescription> topics = new ArrayList<>();
        List<Text> train = new ArrayList<>();
        List<Text> test = new ArrayList<>();
        titles.forEach((component, some) -> {
            int learned = Math.max(some.size() * 6 / 10, some.size() - MOST_TO_TRY_ON);
            for (int i = 0; i < some.size(); i++) {
                (i < learned ? train : test).add(new Text(topics.size(), some.get(i)));
            }
            topics.add(new TopicDescription(UUID.randomUUID(), component, names.getOrDefault(component, "")));
        });
        return new LabelledTexts(topics, train, test);
    }

    private static List<Text> texts(Path file, List<TopicDescription> topics) throws IOException {
        List<String> names = topics.stream().map(TopicDescription::name).toList();
        return rows(file).stream()
                .map(row ->
                        new Text(names.indexOf(row.get(0)), row.get(row.size() - 2) + ". " + row.get(row.size() - 1)))
                .toList();
    }

    /** At most so many of the texts to learn from for each topic, drawn at random. */
    List<Integer> draw(int forEachTopic, java.util.Random random) {
        List<Integer> order =
                java.util.stream.IntStream.range(0, train.size()).boxed().collect(Collectors.toList());
        java.util.Collections.shuffle(order, random);
        Map<Integer, Integer> drawn = new HashMap<>();
        return order.stream()
                .filter(i -> drawn.merge(train.get(i).topic(), 1, Integer::sum) <= forEachTopic)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** The rows of a CSV file (RFC 4180) below its heading. */
    private static List<List<String>> rows(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        String content = Files.readString(file);
        Matcher field = FIELD.matcher(content);
        while (field.find() && field.start() < content.length()) {
            row.add(field.group(1) == null ? field.group(2) : field.group(1).replace("\"\"", "\""));
            if (!field.group(3).equals(",")) {
                rows.add(row);
                row = new ArrayList<>();
            }
        }
        return rows.subList(1, rows.size());
    }
}
