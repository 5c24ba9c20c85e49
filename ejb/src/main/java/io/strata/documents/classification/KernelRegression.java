package io.strata.documents.classification;

import java.util.ArrayList;
import java.util.List;

/**
 * Kernel ridge regression (regularised least squares; Rifkin, Yeo and Poggio, 2003) over texts. The kernel is the mean of
 * the likeness in meaning, which is the cosine of embeddings and a constant, and the likeness in words, which is that of
 * their pieces.
 */
final class KernelRegression {

    /** How much less than perfectly the targets are to be met; one value served all corpora that were tried. */
    private static final double RIDGE = 0.5;

    private final GramIndex words;
    private final List<float[]> meanings = new ArrayList<>();
    private final Cholesky factor = new Cholesky();

    /** Begins with some texts, in this order. */
    KernelRegression(List<Sample> texts) {
        words = new GramIndex(texts.stream().map(Sample::grams).toList());
        texts.forEach(this::add);
    }

    /** Adds a text behind the others; costs the square of their number. */
    void add(Sample text) {
        double[] likeness = likeness(text);
        double[] row = new double[likeness.length + 1];
        System.arraycopy(likeness, 0, row, 0, likeness.length);
        words.add(text.grams());
        meanings.add(text.meaning());
        row[likeness.length] = likeness(text)[likeness.length] + RIDGE;
        factor.append(row);
    }

    /** How much a text is like each of the texts here. */
    double[] likeness(Sample text) {
        double[] likeness = words.similarities(text.grams());
        for (int i = 0; i < likeness.length; i++) {
            likeness[i] = (likeness[i] + Vectors.cosine(text.meaning(), meanings.get(i)) + 1) / 2;
        }
        return likeness;
    }

    /** The weight of each text in a function of the likeness that gives each text about its target. */
    double[] fit(double[] targets) {
        return factor.solve(targets);
    }

    /**
     * By how much each text would miss its target if it were not there itself; costs the third power of their number.
     *
     * @param targets some targets for each text
     * @return as many errors for each text
     */
    double[][] errorsWhenLeftOut(double[][] targets) {
        double[] diagonal = factor.inverseDiagonal();
        double[][] errors = new double[targets.length][];
        for (int target = 0; target < targets.length; target++) {
            errors[target] = fit(targets[target]);
            for (int i = 0; i < diagonal.length; i++) {
                errors[target][i] /= diagonal[i];
            }
        }
        return errors;
    }
}
