package io.strata.documents.classification;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * How to read scores. It is estimated from what examples score when they are left out, and drawn towards what serves
 * corpora in general as long as there are few.
 *
 * @param trust by what the resemblance with a description is multiplied
 * @param temperature a topic that scores higher than another by this much is e times as likely
 * @param cuts the score from which on a topic is added to others; not a number when that is not known
 */
record Calibration(double trust, double temperature, double[] cuts) {

    private static final double USUAL_TRUST = 1.75;
    private static final double USUAL_TEMPERATURE = 0.09;

    /** As many examples as what is usual counts for. */
    private static final double WEIGHT = 10;

    /** The square of what one example usually misses its targets by, in the direction of the descriptions. */
    private static final double USUAL_SQUARE = 0.02;

    /** With fewer examples of a topic, when to add it to others is not known. */
    private static final int ENOUGH = 5;

    private static final double COLDEST = Math.log(0.01);
    private static final double HOTTEST = Math.log(10);
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int HALVINGS = 40;

    /** What is usual. */
    static Calibration usual(int topics) {
        return new Calibration(USUAL_TRUST, USUAL_TEMPERATURE, unknown(topics));
    }

    /**
     * Estimates from errors; all arrays have a row for each topic with a column for each example.
     *
     * @param belongs whether the example is one of the topic
     * @param targets what the examples should score
     * @param errors by how much they miss it when they are left out and descriptions do not count
     * @param resemblanceErrors by how much they would miss their resemblances with the descriptions
     */
    static Calibration of(boolean[][] belongs, double[][] targets, double[][] errors, double[][] resemblanceErrors) {
        double trust = trust(errors, resemblanceErrors);
        double[][] scores = new double[targets.length][];
        for (int topic = 0; topic < targets.length; topic++) {
            scores[topic] = new double[targets[topic].length];
            for (int i = 0; i < scores[topic].length; i++) {
                scores[topic][i] = targets[topic][i] - errors[topic][i] + trust * resemblanceErrors[topic][i];
            }
        }
        double[] cuts = unknown(targets.length);
        for (int topic = 0; topic < cuts.length; topic++) {
            cuts[topic] = cut(belongs[topic], scores[topic]);
        }
        return new Calibration(trust, temperature(belongs, scores), cuts);
    }

    /** What a function e^x is at the scores, relative to the greatest, so that nothing overflows. */
    double[] likelihoods(double[] scores) {
        return likelihoods(scores, temperature);
    }

    private static double[] likelihoods(double[] scores, double temperature) {
        double greatest = Arrays.stream(scores).max().orElse(0);
        return Arrays.stream(scores)
                .map(score -> Math.exp((score - greatest) / temperature))
                .toArray();
    }

    private static double[] unknown(int topics) {
        double[] cuts = new double[topics];
        Arrays.fill(cuts, Double.NaN);
        return cuts;
    }

    /** The errors are linear in it, so the best one is a quotient. */
    private static double trust(double[][] errors, double[][] resemblanceErrors) {
        double usual = WEIGHT * USUAL_SQUARE * errors.length;
        double above = usual * USUAL_TRUST;
        double below = usual;
        for (int topic = 0; topic < errors.length; topic++) {
            for (int i = 0; i < errors[topic].length; i++) {
                above += errors[topic][i] * resemblanceErrors[topic][i];
                below += resemblanceErrors[topic][i] * resemblanceErrors[topic][i];
            }
        }
        return Math.max(0, above / below);
    }

    /** The one under which what people said is the most likely. */
    private static double temperature(boolean[][] belongs, double[][] scores) {
        return Math.exp(minimum(logarithm -> {
            double distance = logarithm - Math.log(USUAL_TEMPERATURE);
            return surprise(belongs, scores, Math.exp(logarithm)) + WEIGHT * distance * distance;
        }));
    }

    private static double surprise(boolean[][] belongs, double[][] scores, double temperature) {
        double surprise = 0;
        for (int i = 0; i < scores[0].length; i++) {
            int example = i;
            double[] column =
                    Arrays.stream(scores).mapToDouble(row -> row[example]).toArray();
            double[] likelihoods = likelihoods(column, temperature);
            double sum = Arrays.stream(likelihoods).sum();
            surprise += IntStream.range(0, column.length)
                    .filter(topic -> belongs[topic][example])
                    .mapToDouble(topic -> -Math.log(Math.max(likelihoods[topic] / sum, Double.MIN_NORMAL)))
                    .average()
                    .orElse(0);
        }
        return surprise;
    }

    /** By golden section. */
    private static double minimum(DoubleUnaryOperator function) {
        double low = COLDEST;
        double high = HOTTEST;
        for (int i = 0; i < HALVINGS; i++) {
            double third = (high - low) * GOLDEN;
            if (function.applyAsDouble(high - third) < function.applyAsDouble(low + third)) {
                high = low + third;
            } else {
                low = high - third;
            }
        }
        return (low + high) / 2;
    }

    /** The score that tells the examples of a topic best from the others: with the greatest F1. */
    private static double cut(boolean[] belongs, double[] scores) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted((one, other) -> Double.compare(scores[other], scores[one]))
                .mapToInt(Integer::intValue)
                .toArray();
        long all = IntStream.range(0, belongs.length).filter(i -> belongs[i]).count();
        if (all < ENOUGH) {
            return Double.NaN;
        }
        double best = 0;
        double cut = Double.NaN;
        int right = 0;
        for (int taken = 0; taken < order.length; taken++) {
            right += belongs[order[taken]] ? 1 : 0;
            double harmony = 2.0 * right / (taken + 1 + all);
            if (harmony > best) {
                best = harmony;
                cut = scores[order[taken]];
            }
        }
        return cut;
    }
}
