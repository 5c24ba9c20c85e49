package io.strata.documents.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Topics by description and by example. Without examples, a text is about what its meaning resembles: the cosine of its
 * vector with that of a topic's description, relative to the other topics. What that does not explain is learned from the
 * examples by {@link KernelRegression}, for each topic on its own; the descriptions are examples too. How far descriptions
 * are to be trusted, and how certain scores are, is read off the scores that the examples get when each is left out, which
 * this kind of regression gives without another fit ({@link Calibration}).
 *
 * <p>A new example is learned at once; all is weighed anew only when there are a tenth more, or one has another text.
 */
final class KernelTopicModel implements TopicModel {

    /** A further topic of which too few examples are known must be at least this likely, relative to the best. */
    private static final double CLOSE = 0.6;

    private static final int MAXIMUM_TOPICS = 3;
    private static final int GROWTH_AT_LEAST = 5;
    private static final int GROWTH_AT_MOST = 10;

    private final List<TopicDescription> topics;
    private final List<float[]> descriptions;
    private final List<Example> examples = new ArrayList<>();
    private final Map<UUID, Integer> positions = new HashMap<>();

    private KernelRegression regression;
    private Calibration calibration;

    /** How many examples the calibration knows. */
    private int weighed;

    /** For each topic, the weight of each description and then of each example. */
    private double[][] weights;

    /** Which topics people have given to the same text. */
    private boolean[][] together;

    KernelTopicModel(List<TopicDescription> topics, List<float[]> descriptions, List<Example> examples) {
        this.topics = topics;
        this.descriptions = descriptions;
        examples.stream().filter(example -> !example.text().isEmpty()).forEach(this::put);
        weighAnew();
    }

    @Override
    public synchronized List<TopicScore> classify(Sample text) {
        if (text.isEmpty() || topics.isEmpty()) {
            return List.of();
        }
        double[] scores = resemblances(text.meaning());
        double[] likeness = regression.likeness(text);
        for (int topic = 0; topic < scores.length; topic++) {
            scores[topic] *= calibration.trust();
            for (int i = 0; i < likeness.length; i++) {
                scores[topic] += weights[topic][i] * likeness[i];
            }
        }
        return choice(scores);
    }

    @Override
    public synchronized void learn(Example example) {
        if (example.text().isEmpty() || topics.isEmpty()) {
            return;
        }
        Integer position = positions.get(example.id());
        boolean altered = position != null
                && !Arrays.equals(
                        examples.get(position).text().meaning(), example.text().meaning());
        put(example);
        int growth = examples.size() - weighed;
        if (altered || growth > Math.max(GROWTH_AT_LEAST, weighed / GROWTH_AT_MOST)) {
            weighAnew();
        } else {
            if (position == null) {
                regression.add(example.text());
            }
            solve();
        }
    }

    private void put(Example example) {
        Integer position = positions.putIfAbsent(example.id(), examples.size());
        if (position == null) {
            examples.add(example);
        } else {
            examples.set(position, example);
        }
    }

    private void weighAnew() {
        List<Sample> texts = new ArrayList<>();
        for (int topic = 0; topic < topics.size(); topic++) {
            texts.add(Sample.of(
                    descriptions.get(topic),
                    topics.get(topic).name() + " " + topics.get(topic).description()));
        }
        examples.forEach(example -> texts.add(example.text()));
        regression = new KernelRegression(texts);
        weighed = examples.size();
        calibration = Calibration.usual(topics.size());
        if (!examples.isEmpty() && !topics.isEmpty()) {
            double[][] targets = targets();
            calibration = Calibration.of(
                    belongs(),
                    ofExamples(targets),
                    ofExamples(regression.errorsWhenLeftOut(targets)),
                    ofExamples(regression.errorsWhenLeftOut(resemblances())));
        }
        solve();
    }

    private void solve() {
        double[][] targets = targets();
        double[][] resemblances = resemblances();
        weights = new double[topics.size()][];
        for (int topic = 0; topic < weights.length; topic++) {
            double[] unexplained = targets[topic];
            for (int i = 0; i < unexplained.length; i++) {
                unexplained[i] -= calibration.trust() * resemblances[topic][i];
            }
            weights[topic] = regression.fit(unexplained);
        }
        together = new boolean[topics.size()][topics.size()];
        boolean[][] belongs = belongs();
        for (int i = 0; i < examples.size(); i++) {
            for (int one = 0; one < belongs.length; one++) {
                for (int other = 0; belongs[one][i] && other < belongs.length; other++) {
                    together[one][other] |= belongs[other][i];
                }
            }
        }
    }

    /** For each topic, what each description and then each example should score. */
    private double[][] targets() {
        boolean[][] belongs = belongs();
        double[][] targets = new double[topics.size()][topics.size() + examples.size()];
        for (int topic = 0; topic < targets.length; topic++) {
            Arrays.fill(targets[topic], -1.0 / topics.size());
            targets[topic][topic]++;
            for (int i = 0; i < examples.size(); i++) {
                targets[topic][topics.size() + i] += belongs[topic][i] ? 1 : 0;
            }
        }
        return targets;
    }

    /** For each topic, how much each description and then each example resembles its description. */
    private double[][] resemblances() {
        double[][] result = new double[topics.size()][topics.size() + examples.size()];
        for (int i = 0; i < topics.size() + examples.size(); i++) {
            double[] column = resemblances(
                    i < topics.size()
                            ? descriptions.get(i)
                            : examples.get(i - topics.size()).text().meaning());
            for (int topic = 0; topic < column.length; topic++) {
                result[topic][i] = column[topic];
            }
        }
        return result;
    }

    /** How much more a meaning resembles each description than it resembles all of them on average. */
    private double[] resemblances(float[] meaning) {
        double[] resemblances = descriptions.stream()
                .mapToDouble(description -> Vectors.cosine(meaning, description))
                .toArray();
        double average = Arrays.stream(resemblances).average().orElse(0);
        return Arrays.stream(resemblances).map(value -> value - average).toArray();
    }

    /** For each topic, whether each example is one of it. */
    private boolean[][] belongs() {
        boolean[][] belongs = new boolean[topics.size()][examples.size()];
        for (int topic = 0; topic < belongs.length; topic++) {
            for (int i = 0; i < examples.size(); i++) {
                belongs[topic][i] =
                        examples.get(i).topics().contains(topics.get(topic).id());
            }
        }
        return belongs;
    }

    private double[][] ofExamples(double[][] values) {
        return Arrays.stream(values)
                .map(row -> Arrays.copyOfRange(row, topics.size(), row.length))
                .toArray(double[][]::new);
    }

    /** The best topic, and others that belong beside it. Topics that were seen together do not compete. */
    private List<TopicScore> choice(double[] scores) {
        double[] likelihoods = calibration.likelihoods(scores);
        double all = Arrays.stream(likelihoods).sum();
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(topic -> -scores[topic]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Integer> chosen = new ArrayList<>(List.of(order[0]));
        for (int i = 1; i < order.length && chosen.size() < MAXIMUM_TOPICS; i++) {
            double cut = calibration.cuts()[order[i]];
            boolean isClose = likelihoods[order[i]] >= CLOSE * likelihoods[order[0]];
            if (Double.isNaN(cut) ? isClose : scores[order[i]] >= cut) {
                chosen.add(order[i]);
            }
        }
        return chosen.stream()
                .map(topic -> {
                    double allies = chosen.stream()
                            .filter(other -> !other.equals(topic) && together[topic][other])
                            .mapToDouble(other -> likelihoods[other])
                            .sum();
                    return new TopicScore(topics.get(topic).id(), likelihoods[topic] / (all - allies));
                })
                .sorted(Comparator.comparingDouble(TopicScore::confidence).reversed())
                .toList();
    }
}
