package io.strata.requests;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entity tags as headers carry them (RFC 9110, 8.8.3 and 13.1). */
final class EntityTags {

    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"");

    private EntityTags() {}

    /**
     * Whether {@code If-Match} names a tag. Compared strongly: a weak tag is the same as nothing.
     *
     * @param tag as {@code ETag} says it; {@code null} for none
     */
    static boolean matchStrongly(String header, String tag) {
        return header.strip().equals("*") || (tag != null && !tag.startsWith("W/") && names(header, tag, false));
    }

    /** Whether {@code If-None-Match} names a tag. Compared weakly: the mark of weakness does not count. */
    static boolean matchWeakly(String header, String tag) {
        return header.strip().equals("*") || names(header, tag, true);
    }

    private static boolean names(String header, String tag, boolean weakly) {
        String wanted = tag.startsWith("W/") ? tag.substring(2) : tag;
        Matcher named = TAG.matcher(header);
        while (named.find()) {
            if ((weakly || named.group(1) == null) && ('"' + named.group(2) + '"').equals(wanted)) {
                return true;
            }
        }
        return false;
    }
}
