package io.strata.content.markdown;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name in a text that may lead somewhere: {@code @ada} or {@code SHOP-7}.
 *
 * @param start index of its first character
 * @param end index behind its last character
 * @param handle whom it mentions, in lower case; {@code null} when it is a short id
 * @param projectKey the first part of a short id; {@code null} when it is a mention
 * @param shortId the whole of it, likewise
 */
record Reference(int start, int end, String handle, String projectKey, String shortId) {

    /** A handle is what accounts may have; the one letter before it decides whether it is a mail address. */
    private static final Pattern FORM = Pattern.compile("(?<![\\p{L}\\p{N}_@./#-])(?:"
            + "@([A-Za-z0-9][A-Za-z0-9._-]{0,38}[A-Za-z0-9])(?![\\p{L}\\p{N}@])"
            + "|([A-Z][A-Z0-9]{1,9})-C?[0-9]{1,18}(?![\\p{L}\\p{N}_@-]))");

    /** The first one from a place on; {@code null} when there is none. */
    static Reference next(String text, int from) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.find(from)) {
            return null;
        }
        String handle = matcher.group(1);
        return handle == null
                ? new Reference(matcher.start(), matcher.end(), null, matcher.group(2), matcher.group())
                : new Reference(matcher.start(), matcher.end(), handle.toLowerCase(java.util.Locale.ROOT), null, null);
    }

    /** Where it leads; {@code null} when it is but a word. */
    Target target(KnownReferences known) {
        if (handle != null) {
            UUID actor = known.mentioned().get(handle);
            return actor == null ? null : new Target("/app/people/" + handle, "data-actor", actor.toString());
        }
        return known.projectKeys().contains(projectKey) ? new Target("/app/n/" + shortId, "data-node", shortId) : null;
    }

    /**
     * What a name stands for.
     *
     * @param address of the page about it
     * @param attribute says what it is to a client that has pages of its own
     * @param value likewise
     */
    record Target(String address, String attribute, String value) {}
}
