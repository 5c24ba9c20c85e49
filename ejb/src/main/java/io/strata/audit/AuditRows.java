package io.strata.audit;

import io.strata.audit.chain.CanonicalEntry;
import io.strata.audit.chain.Link;
import io.strata.common.Json;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;

/** Reads entries and their seals. Asks for no permission. */
@ApplicationScoped
class AuditRows {

    private static final String ENTRY = """
            e.id as id,
            to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as occurred_at,
            cast(e.actor_id as text) as actor_id, e.actor_handle as actor_handle,
            cast(e.token_id as text) as token_id, e.action as action,
            cast(e.workspace_id as text) as workspace_id, e.subject_kind as subject_kind,
            cast(e.subject_id as text) as subject_id,
            cast(e.state_before as text) as state_before, cast(e.state_after as text) as state_after,
            s.position as position, encode(s.hash, 'hex') as hash
            """;

    private static final String LIST =
            "select " + ENTRY + " from audit_log e left join audit_seal s on s.entry_id = e.id where";

    private static final String NEWEST_FIRST = "order by e.occurred_at desc, e.id desc";

    /** Behind the last entry of a page, in the order of the list. */
    private static final String FURTHER = "(e.occurred_at, e.id) < (cast(:moment as timestamptz), :id)";

    private static final String CHANGED =
            "(e.state_before -> cast(:field as text)) is distinct from (e.state_after -> cast(:field as text))";

    private static final String CHAIN = "select " + ENTRY + """
            , encode(p.hash, 'hex') as previous
            from audit_seal s join audit_log e on e.id = s.entry_id
              left join audit_seal p on p.position = s.position - 1
            where s.position > :after and s.position <= :until and
            """;

    private static final String IN_ORDER = "order by s.position";

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /** A place between two pages. */
    private record Cursor(String moment, Long id) {

        static Cursor read(String cursor) {
            if (cursor == null) {
                return new Cursor(null, null);
            }
            try {
                int separator = cursor.indexOf('_');
                Instant moment = Instant.parse(cursor.substring(0, separator));
                return new Cursor(CanonicalEntry.moment(moment), Long.valueOf(cursor.substring(separator + 1)));
            } catch (RuntimeException e) {
                throw ProblemException.validation("cursor", "is none that a list gave");
            }
        }

        static String after(AuditView entry) {
            return CanonicalEntry.moment(entry.occurredAt()) + "_" + entry.id();
        }
    }

    /** Entries that match, newest first. */
    Page<AuditView> page(AuditFilter filter, String cursor, int limit) {
        return page(Conditions.of(filter), cursor, limit);
    }

    /** What was done to one thing, newest first. */
    Page<AuditView> page(SubjectChanges changes, String cursor, int limit) {
        Conditions conditions = new Conditions()
                .and("e.subject_kind = :kind", "kind", changes.subjectKind())
                .and(
                        "e.subject_id = cast(:subject as uuid)",
                        "subject",
                        changes.subjectId().toString())
                .and(
                        "e.action = any (cast(:actions as text[]))",
                        "actions",
                        changes.actions().toArray(String[]::new))
                .and(CHANGED, "field", changes.field());
        return page(conditions, cursor, limit);
    }

    private Page<AuditView> page(Conditions conditions, String cursor, int limit) {
        Cursor after = Cursor.read(cursor);
        conditions.and(FURTHER, "moment", after.moment());
        if (after.id() != null) {
            conditions.parameter("id", after.id());
        }
        List<AuditView> found = conditions.ask(entities, LIST, NEWEST_FIRST, limit + 1).stream()
                .map(AuditRows::view)
                .toList();
        return Page.of(found, limit, Cursor::after);
    }

    /** Links that match, in the order of the chain, behind one position and up to another. */
    List<ExportedEntry> links(AuditFilter filter, long after, long until, int limit) {
        return Conditions.of(filter)
                .parameter("after", after)
                .parameter("until", until)
                .ask(entities, CHAIN, IN_ORDER, limit)
                .stream()
                .map(AuditRows::exported)
                .toList();
    }

    private static AuditView view(Tuple row) {
        CanonicalEntry entry = entry(row);
        return new AuditView(
                entry.id(),
                entry.occurredAt(),
                entry.actorId(),
                entry.actorHandle(),
                entry.tokenId(),
                entry.action(),
                entry.workspaceId(),
                entry.subjectKind(),
                entry.subjectId(),
                json(entry.before()),
                json(entry.after()),
                row.get("position", Long.class),
                row.get("hash", String.class));
    }

    private static ExportedEntry exported(Tuple row) {
        CanonicalEntry entry = entry(row);
        String previous = row.get("previous", String.class);
        Link link = new Link(
                row.get("position", Long.class),
                previous == null ? Link.GENESIS : previous,
                row.get("hash", String.class),
                entry.text());
        return new ExportedEntry(entry, link);
    }

    static CanonicalEntry entry(Tuple row) {
        return new CanonicalEntry(
                row.get("id", Long.class),
                Instant.parse(row.get("occurred_at", String.class)),
                Conditions.identifier(row.get("actor_id")),
                row.get("actor_handle", String.class),
                Conditions.identifier(row.get("token_id")),
                row.get("action", String.class),
                Conditions.identifier(row.get("workspace_id")),
                row.get("subject_kind", String.class),
                Conditions.identifier(row.get("subject_id")),
                row.get("state_before", String.class),
                row.get("state_after", String.class));
    }

    private static JsonValue json(String text) {
        return text == null ? null : Json.read(text, JsonValue.class);
    }
}
