package io.strata.documents;

/** Where a search found something, as HTML that is safe to show: the text is escaped, hits are in {@code mark}. */
final class Snippet {

    /** Private-use characters: they come from no keyboard, and what a file has of them is removed. */
    static final String START = "\uE000";

    static final String STOP = "\uE001";

    private Snippet() {}

    static String html(String headline) {
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
