package io.strata.search;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What somebody searches for. Operators of a web search (quotes, a minus, {@code or}) are PostgreSQL's to understand;
 * without them the last word may be unfinished.
 *
 * @param text as it was typed
 */
public record SearchWords(String text) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern OPERATOR = Pattern.compile("[\"]|(^|\\s)-|(?i)\\bor\\b");

    /** A tsquery of all words with the last one as a beginning; empty when the text has operators or no words. */
    public String beginning() {
        List<String> words =
                WORD.matcher(text).results().map(MatchResult::group).toList();
        if (words.isEmpty() || OPERATOR.matcher(text).find()) {
            return "";
        }
        return String.join(" & ", words) + ":*";
    }
}
