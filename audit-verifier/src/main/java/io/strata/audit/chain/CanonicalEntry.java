package io.strata.audit.chain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * An entry of the audit log in the one form that has a hash: a JSON object without blanks, with its members in the order
 * of their names, without members that are absent. Texts are escaped as RFC 8785 does. Times are UTC with microseconds,
 * because that is what the database keeps.
 *
 * <p>The states before and after are not made here: they are the text that PostgreSQL gives for their {@code jsonb}, which
 * is the same for the same value. Whoever verifies takes them as they are and needs no rules for nested JSON.
 *
 * <p>A property that entries get one day is a further member, which older entries do not have: their form stays the same.
 *
 * @param tokenId the API token with which it was done; {@code null} for somebody who had signed in
 * @param workspaceId {@code null} when it concerns none; likewise every other value that may be absent
 * @param before the state before as {@code jsonb} text
 * @param after the state after, likewise
 */
public record CanonicalEntry(
        long id,
        Instant occurredAt,
        UUID actorId,
        String actorHandle,
        UUID tokenId,
        String action,
        UUID workspaceId,
        String subjectKind,
        UUID subjectId,
        String before,
        String after) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** The canonical text. It has no line break: JSON escapes them. */
    public String text() {
        StringBuilder json = new StringBuilder(256);
        json.append("{\"action\":").append(quoted(action));
        json.append(",\"actor_handle\":").append(quoted(actorHandle));
        json.append(",\"actor_id\":\"").append(actorId).append('"');
        if (after != null) {
            json.append(",\"after\":").append(after);
        }
        if (before != null) {
            json.append(",\"before\":").append(before);
        }
        json.append(",\"id\":").append(id);
        json.append(",\"occurred_at\":\"").append(moment(occurredAt)).append('"');
        if (subjectId != null) {
            json.append(",\"subject_id\":\"").append(subjectId).append('"');
        }
        json.append(",\"subject_kind\":").append(quoted(subjectKind));
        if (tokenId != null) {
            json.append(",\"token_id\":\"").append(tokenId).append('"');
        }
        if (workspaceId != null) {
            json.append(",\"workspace_id\":\"").append(workspaceId).append('"');
        }
        return json.append('}').toString();
    }

    /** A point in time as the canonical form writes it, in microseconds. */
    public static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    /** A JSON string as RFC 8785 writes it: only what must be escaped is. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (character < ' ') {
                        quoted.append("\\u00")
                                .append(character < 0x10 ? "0" : "")
                                .append(Integer.toHexString(character));
                    } else {
                        quoted.append(character);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
