package io.strata.audit;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.UUID;

/** What a person filters the audit by, as they type it. Days are those of UTC, and both ends are meant to be in. */
public class AuditQuery implements Serializable {

    private static final long serialVersionUID = 1L;

    private String actor;
    private String action;
    private String subject;
    private String from;
    private String to;
    private String text;

    AuditFilter filter() {
        UUID subjectId = identifier(subject);
        Instant begin = day(from, 0);
        Instant end = day(to, 1);
        return new AuditFilter(
                null,
                actor,
                action,
                subjectId == null ? subject : null,
                subjectId,
                begin,
                begin != null && end != null && end.isBefore(begin) ? null : end,
                text);
    }

    /** The same as parameters of the API. */
    String parameters() {
        AuditFilter filter = filter();
        return parameter("actor", filter.actor())
                + parameter("action", filter.action())
                + parameter("subject_kind", filter.subjectKind())
                + parameter("subject_id", filter.subjectId())
                + parameter("from", filter.from())
                + parameter("to", filter.to())
                + parameter("text", filter.text());
    }

    private static String parameter(String name, Object value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    /** What is no id is a kind. */
    private static UUID identifier(String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Instant day(String text, int later) {
        try {
            return text == null || text.isBlank()
                    ? null
                    : LocalDate.parse(text)
                            .plusDays(later)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeParseException e) {
            return null; // half typed
        }
    }

    public String getActor() {
        return actor;
    }

    public void setActor(String actor) {
        this.actor = actor;
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
