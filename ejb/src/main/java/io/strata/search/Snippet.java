package io.strata.search;

/** Where a search found something, as HTML that is safe to show: the text is escaped, hits are in {@code mark}. */
public final class Snippet {

    /** Comes before a hit. Private-use characters: they come from no keyboard, and what a file has of them is removed. */
    public static final String START = "\uE000";

    /** Comes after a hit. */
    public static final String STOP = "\uE001";

    private Snippet() {}

    /** Makes HTML of a text in which hits stand between {@link #START} and {@link #STOP}. */
    public static String html(String headline) {
        return headline.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("\\s+", " ")
                .replaceAll(START + "([^" + START + STOP + "]*)" + STOP, "<mark>$1</mark>")
                .replaceAll("[" + START + STOP + "]", "")
                .strip();
    }
}
