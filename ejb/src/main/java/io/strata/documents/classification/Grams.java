package io.strata.documents.classification;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The overlapping pieces of four characters that the words of a text consist of, with a blank before and behind each word.
 * They recognise inflected and compound words of any language without knowing its grammar, and typing errors.
 *
 * @param pieces each packed into a number, ascending
 * @param weights of each piece: 1 + the logarithm of how often it occurs
 */
public record Grams(long[] pieces, float[] weights) {

    private static final int LENGTH = 4;
    private static final int BITS = Character.SIZE;

    /** The pieces of a text. */
    public static Grams of(String text) {
        Map<Long, Integer> counts = new HashMap<>();
        String lower = text.toLowerCase(Locale.ROOT);
        int position = 0;
        while (position < lower.length()) {
            int begin = position;
            while (position < lower.length() && Character.isLetterOrDigit(lower.charAt(position))) {
                position++;
            }
            if (position - begin > 1) {
                count(" " + lower.substring(begin, position) + " ", counts);
            }
            position++;
        }
        long[] pieces =
                counts.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        float[] weights = new float[pieces.length];
        for (int i = 0; i < pieces.length; i++) {
            weights[i] = (float) (1 + Math.log(counts.get(pieces[i])));
        }
        return new Grams(pieces, weights);
    }

    private static void count(String word, Map<Long, Integer> counts) {
        for (int begin = 0; begin + LENGTH <= word.length(); begin++) {
            long piece = 0;
            for (int i = begin; i < begin + LENGTH; i++) {
                piece = piece << BITS | word.charAt(i);
            }
            counts.merge(piece, 1, Integer::sum);
        }
    }
}
