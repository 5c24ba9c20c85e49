package io.strata.documents.classification;

import java.nio.ByteBuffer;
import java.util.Collection;

/** Arithmetic of embeddings. */
public final class Vectors {

    private Vectors() {}

    /** The mean of some vectors, scaled to length 1; a zero vector when there is none. */
    public static float[] normalisedMean(Collection<float[]> vectors, int dimensions) {
        double[] sum = new double[dimensions];
        for (float[] vector : vectors) {
            for (int i = 0; i < dimensions; i++) {
                sum[i] += vector[i];
            }
        }
        double length = 0;
        for (double component : sum) {
            length += component * component;
        }
        length = Math.sqrt(length);
        float[] mean = new float[dimensions];
        for (int i = 0; length > 0 && i < dimensions; i++) {
            mean[i] = (float) (sum[i] / length);
        }
        return mean;
    }

    /** A vector as bytes: 32-bit floating-point numbers, big-endian. */
    public static byte[] toBytes(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    /** A vector from its bytes. */
    public static float[] fromBytes(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
        return vector;
    }

    /** The cosine of the angle between two vectors of length 1, from -1 to 1. */
    public static double cosine(float[] one, float[] other) {
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            product += (double) one[i] * other[i];
        }
        return product;
    }
}
