package io.strata.documents.classification;

import java.util.List;

/**
 * What a classifier sees of a text.
 *
 * @param meaning a vector of length 1; a zero vector when there is no text
 * @param grams the pieces of its words
 */
public record Sample(float[] meaning, Grams grams) {

    /** Of a longer text, only the words of its beginning count; its meaning is that of the whole. */
    public static final int CHARACTERS = 8_000;

    /**
     * A text.
     *
     * @param passages the vectors of its passages
     */
    public static Sample of(List<float[]> passages, String text) {
        return of(Vectors.normalisedMean(passages, Embedder.DIMENSIONS), text);
    }

    /** A text whose meaning is known already. */
    public static Sample of(float[] meaning, String text) {
        return new Sample(meaning, Grams.of(text.substring(0, Math.min(text.length(), CHARACTERS))));
    }

    /** Whether there is nothing to go by. */
    public boolean isEmpty() {
        return Vectors.cosine(meaning, meaning) == 0;
    }
}
