package io.strata.documents.classification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VectorsTest {

    @Test
    void bytesGiveBackTheSameVector() {
        float[] vector = {0.25f, -1e-7f, Float.MAX_VALUE};
        assertThat(Vectors.fromBytes(Vectors.toBytes(vector))).containsExactly(vector);
    }
}
