package io.strata.documents.classification;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Similarity of texts by the pieces of their words: the cosine of their TF-IDF vectors, found with an inverted index. How
 * rare a piece is, is counted once, in the texts that the index begins with.
 */
final class GramIndex {

    private final Map<Long, Posting> postings = new HashMap<>();
    private int size;

    /** An empty index that knows how rare the pieces of some texts are. */
    GramIndex(List<Grams> texts) {
        for (Grams text : texts) {
            for (long piece : text.pieces()) {
                postings.computeIfAbsent(piece, key -> new Posting()).frequency++;
            }
        }
        for (Posting posting : postings.values()) {
            posting.rarity = 1 + Math.log((1.0 + texts.size()) / (1 + posting.frequency));
        }
    }

    /** The similarity of a text with each text of the index, from 0 to 1. */
    double[] similarities(Grams text) {
        double[] similarities = new double[size];
        double length = length(text);
        for (int i = 0; i < text.pieces().length; i++) {
            Posting posting = postings.get(text.pieces()[i]);
            if (posting != null) {
                posting.addTo(similarities, text.weights()[i] * posting.rarity / length);
            }
        }
        return similarities;
    }

    /** Puts a text behind the others. */
    void add(Grams text) {
        double length = length(text);
        for (int i = 0; i < text.pieces().length; i++) {
            Posting posting = postings.get(text.pieces()[i]);
            if (posting != null) {
                posting.add(size, (float) (text.weights()[i] * posting.rarity / length));
            }
        }
        size++;
    }

    private double length(Grams text) {
        double sum = 0;
        for (int i = 0; i < text.pieces().length; i++) {
            Posting posting = postings.get(text.pieces()[i]);
            if (posting != null) {
                double weight = text.weights()[i] * posting.rarity;
                sum += weight * weight;
            }
        }
        return sum == 0 ? 1 : Math.sqrt(sum);
    }

    /** Where a piece occurs, and how much it says there. */
    private static final class Posting {

        private int frequency;
        private double rarity;
        private int[] texts = new int[2];
        private float[] weights = new float[2];
        private int count;

        void add(int text, float weight) {
            if (count == texts.length) {
                texts = Arrays.copyOf(texts, 2 * count);
                weights = Arrays.copyOf(weights, 2 * count);
            }
            texts[count] = text;
            weights[count++] = weight;
        }

        void addTo(double[] similarities, double weight) {
            for (int i = 0; i < count; i++) {
                similarities[texts[i]] += weights[i] * weight;
            }
        }
    }
}
