package io.strata.documents.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTest {

    /** 4 12 -16, 12 37 -43, -16 -43 98. */
    private static Cholesky example() {
        Cholesky cholesky = new Cholesky();
        cholesky.append(new double[] {4});
        cholesky.append(new double[] {12, 37});
        cholesky.append(new double[] {-16, -43, 98});
        return cholesky;
    }

    @Test
    void solvesWhatItWasGivenRowByRow() {
        double[] x = example().solve(new double[] {4 + 24 - 48, 12 + 74 - 129, -16 - 86 + 294});
        assertThat(x).containsExactly(new double[] {1, 2, 3}, within(1e-9));
    }

    @Test
    void knowsTheDiagonalOfTheInverse() {
        assertThat(example().inverseDiagonal())
                .containsExactly(new double[] {1777 / 36.0, 136 / 36.0, 1 / 9.0}, within(1e-9));
    }

    @Test
    void refusesAMatrixThatIsNotPositiveDefinite() {
        Cholesky cholesky = new Cholesky();
        cholesky.append(new double[] {1});
        assertThatThrownBy(() -> cholesky.append(new double[] {2, 1})).isInstanceOf(ArithmeticException.class);
    }
}
