package io.strata.documents.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into passages of about 200 words that overlap by 40, so that no sentence is without its neighbours in all
 * of them. A text in a script without spaces is cut by characters instead.
 */
public final class Passages {

    static final int WORDS = 200;
    static final int OVERLAP = 40;

    /** Longest run without a space that counts as one word. */
    static final int LONGEST_WORD = 60;

    /** A very long text is represented by its beginning: some 160,000 words. */
    static final int MAXIMUM = 1000;

    private static final Pattern WORD = Pattern.compile("\\S{1," + LONGEST_WORD + "}");

    private Passages() {}

    /** The passages in the order of the text; none for a blank one. */
    public static List<Passage> of(String text) {
        List<int[]> words = words(text);
        List<Passage> passages = new ArrayList<>();
        for (int first = 0; first < words.size() && passages.size() < MAXIMUM; first += WORDS - OVERLAP) {
            int last = Math.min(first + WORDS, words.size()) - 1;
            passages.add(new Passage(passages.size(), words.get(first)[0], words.get(last)[1]));
            if (last == words.size() - 1) {
                break;
            }
        }
        return passages;
    }

    private static List<int[]> words(String text) {
        List<int[]> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (words.size() < MAXIMUM * WORDS && matcher.find()) {
            words.add(new int[] {matcher.start(), matcher.end()});
        }
        return words;
    }
}
