package io.strata.documents.classification;

import java.util.ArrayList;
import java.util.List;

/**
 * The Cholesky factor of a symmetric positive definite matrix that grows by rows: a row more costs as much as solving once,
 * the square of the number of rows.
 */
final class Cholesky {

    private final List<double[]> rows = new ArrayList<>();

    /**
     * Makes the matrix larger by a row and a column.
     *
     * @param row its new row up to the diagonal, which is the last element
     */
    void append(double[] row) {
        double[] factor = row.clone();
        int last = factor.length - 1;
        for (int i = 0; i < last; i++) {
            double[] other = rows.get(i);
            factor[i] = (factor[i] - product(factor, other, i)) / other[i];
        }
        double rest = factor[last] - product(factor, factor, last);
        if (!(rest > 0)) {
            throw new ArithmeticException("the matrix is not positive definite");
        }
        factor[last] = Math.sqrt(rest);
        rows.add(factor);
    }

    /** The x for which the matrix times x is the right side. */
    double[] solve(double[] right) {
        double[] x = right.clone();
        for (int i = 0; i < x.length; i++) {
            double[] row = rows.get(i);
            x[i] = (x[i] - product(row, x, i)) / row[i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            double[] row = rows.get(i);
            x[i] /= row[i];
            for (int j = 0; j < i; j++) {
                x[j] -= row[j] * x[i];
            }
        }
        return x;
    }

    /** The diagonal of the inverse matrix; costs the third power of the number of rows. */
    double[] inverseDiagonal() {
        int size = rows.size();
        double[] diagonal = new double[size];
        double[][] inverse = new double[size][];
        for (int i = 0; i < size; i++) {
            double[] row = rows.get(i);
            double[] result = new double[i + 1];
            for (int k = 0; k < i; k++) {
                double factor = row[k];
                double[] other = inverse[k];
                for (int j = 0; j <= k; j++) {
                    result[j] -= factor * other[j];
                }
            }
            result[i] = 1;
            for (int j = 0; j <= i; j++) {
                result[j] /= row[i];
                diagonal[j] += result[j] * result[j];
            }
            inverse[i] = result;
        }
        return diagonal;
    }

    private static double product(double[] one, double[] other, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
