package io.strata.documents.classification;

/**
 * A piece of a text.
 *
 * @param position its number, from 0
 * @param start index of its first character in the text
 * @param end index after its last character
 */
public record Passage(int position, int start, int end) {

    /** What it says. */
    public String of(String text) {
        return text.substring(start, end);
    }
}
