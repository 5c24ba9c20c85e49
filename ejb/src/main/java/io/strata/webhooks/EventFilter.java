package io.strata.webhooks;

import java.util.regex.Pattern;

/**
 * Which events a webhook wants: all ({@code *}), a family ({@code node.*}) or one type ({@code node.created}).
 *
 * @param pattern as a person writes it
 */
record EventFilter(String pattern) {

    private static final Pattern FORM = Pattern.compile("\\*|[a-z][a-z_]*(\\.[a-z][a-z_]*)*(\\.\\*)?");

    EventFilter {
        if (!isWellFormed(pattern)) {
            throw new IllegalArgumentException("no event filter: " + pattern);
        }
    }

    static boolean isWellFormed(String pattern) {
        return pattern != null
                && pattern.length() <= 100
                && FORM.matcher(pattern).matches();
    }

    boolean matches(String eventType) {
        return pattern.endsWith("*")
                ? eventType.startsWith(pattern.substring(0, pattern.length() - 1))
                : eventType.equals(pattern);
    }
}
