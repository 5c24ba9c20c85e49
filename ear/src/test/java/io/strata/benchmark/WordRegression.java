package io.strata.benchmark;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the classifier is compared with: multinomial logistic regression with a quadratic penalty over TF-IDF vectors of the
 * words, which knows nothing but the examples.
 */
final class WordRegression {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2,}");
    private static final double PENALTY = 0.1;
    private static final int STEPS = 400;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final double[] rarity;
    private final double[][] weights;

    /**
     * Learns from examples.
     *
     * @param answers the number of the topic of each text
     */
    WordRegression(List<String> texts, int[] answers, int topics) {
        Map<String, Long> frequencies = texts.stream()
                .flatMap(text -> new HashSet<>(words(text)).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        frequencies.keySet().forEach(word -> numbers.put(word, numbers.size()));
        rarity = new double[numbers.size()];
        frequencies.forEach(
                (word, frequency) -> rarity[numbers.get(word)] = 1 + Math.log((1.0 + texts.size()) / (1 + frequency)));
        weights = new double[topics][numbers.size() + 1];
        List<Map<Integer, Double>> vectors = texts.stream().map(this::vector).toList();
        double[][] speed = new double[topics][numbers.size() + 1];
        for (int step = 1; step <= STEPS; step++) {
            descend(vectors, answers, speed);
        }
    }

    /** The most likely topic of a text. */
    int best(String text) {
        double[] chances = chances(vector(text));
        int best = 0;
        for (int topic = 1; topic < chances.length; topic++) {
            best = chances[topic] > chances[best] ? topic : best;
        }
        return best;
    }

    /** A step of gradient descent with momentum, short enough for vectors of length 1 and a constant. */
    private void descend(List<Map<Integer, Double>> vectors, int[] answers, double[][] speed) {
        double length = 2.0 / (vectors.size() + 2 * PENALTY);
        double[][] gradient = new double[weights.length][weights[0].length];
        for (int i = 0; i < answers.length; i++) {
            double[] chances = chances(vectors.get(i));
            chances[answers[i]]--;
            for (int topic = 0; topic < chances.length; topic++) {
                double chance = chances[topic];
                double[] row = gradient[topic];
                vectors.get(i).forEach((word, value) -> row[word] += chance * value);
                row[row.length - 1] += chance;
            }
        }
        for (int topic = 0; topic < weights.length; topic++) {
            for (int word = 0; word < weights[topic].length; word++) {
                double slope = gradient[topic][word] + PENALTY * weights[topic][word];
                speed[topic][word] = 0.95 * speed[topic][word] - length * slope;
                weights[topic][word] += speed[topic][word];
            }
        }
    }

    private double[] chances(Map<Integer, Double> vector) {
        double[] chances = new double[weights.length];
        for (int topic = 0; topic < chances.length; topic++) {
            double[] row = weights[topic];
            chances[topic] = row[row.length - 1]
                    + vector.entrySet().stream()
                            .mapToDouble(word -> row[word.getKey()] * word.getValue())
                            .sum();
        }
        double greatest = Arrays.stream(chances).max().orElseThrow();
        double[] powers =
                Arrays.stream(chances).map(score -> Math.exp(score - greatest)).toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / sum).toArray();
    }

    private Map<Integer, Double> vector(String text) {
        Map<Integer, Double> vector = new HashMap<>();
        words(text).stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .forEach((word, count) -> {
                    Integer number = numbers.get(word);
                    if (number != null) {
                        vector.put(number, (1 + Math.log(count)) * rarity[number]);
                    }
                });
        double length = Math.sqrt(
                vector.values().stream().mapToDouble(value -> value * value).sum());
        vector.replaceAll((word, value) -> value / length);
        return vector;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
