package io.strata.benchmark;

/** How often a classifier was right, and how honest its confidence was. */
final class Answers {

    private static final int BINS = 10;

    private final double[] confidences = new double[BINS];
    private final int[] hits = new int[BINS];
    private int count;
    private int right;
    private int unsure;
    private int rightWhenSure;

    void add(boolean hit, double confidence, boolean sure) {
        int bin = Math.min(BINS - 1, (int) (confidence * BINS));
        confidences[bin] += confidence;
        hits[bin] += hit ? 1 : 0;
        count++;
        right += hit ? 1 : 0;
        unsure += sure ? 0 : 1;
        rightWhenSure += hit && sure ? 1 : 0;
    }

    double accuracy() {
        return right / (double) count;
    }

    /** The expected calibration error (Naeini, Cooper and Hauskrecht, 2015) in ten bins. */
    double calibrationError() {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(confidences[bin] - hits[bin]);
        }
        return error / count;
    }

    double shareUnsure() {
        return unsure / (double) count;
    }

    double accuracyWhenSure() {
        return rightWhenSure / (double) (count - unsure);
    }
}
