package io.strata.audit;

import io.strata.audit.chain.CanonicalEntry;
import io.strata.audit.chain.Link;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;

/** The chain as it stands in the database. Asks for no permission. */
@ApplicationScoped
class Seals {

    private static final String SEALED = """
            select position, encode(hash, 'hex') as hash,
              to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sealed_at
            from audit_seal
            """;

    private static final String HEAD = SEALED + " order by position desc limit 1";

    private static final String AT = SEALED + " where position = :position";

    /** Seals in their order, with the entry of each if there is one. */
    private static final String STRETCH = """
            select s.position as position, encode(s.hash, 'hex') as hash, s.entry_id as sealed_id, e.id as id,
              to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as occurred_at,
              cast(e.actor_id as text) as actor_id, e.actor_handle as actor_handle,
              cast(e.token_id as text) as token_id, e.action as action,
              cast(e.workspace_id as text) as workspace_id, e.subject_kind as subject_kind,
              cast(e.subject_id as text) as subject_id,
              cast(e.state_before as text) as state_before, cast(e.state_after as text) as state_after
            from audit_seal s left join audit_log e on e.id = s.entry_id
            where s.position > :after order by s.position limit :limit
            """;

    /**
     * Entries in the order of their ids, and the first of them that neither is sealed nor waits for it. One statement sees
     * one state: an entry comes with what makes it wait, and is sealed as it ceases to.
     */
    private static final String UNSEALED_STRETCH = """
            with stretch as (
              select id from audit_log where id > :after order by id limit :limit)
            select count(*) as entries, max(id) as last,
              min(id) filter (where not exists (select 1 from audit_seal s where s.entry_id = stretch.id)
                and not exists (select 1 from audit_unsealed q where q.entry_id = stretch.id)) as lost
            from stretch
            """;

    private static final String LOST_WAITING = """
            select min(q.entry_id) as lost from audit_unsealed q
            where not exists (select 1 from audit_log e where e.id = q.entry_id)
            """;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /**
     * A link as the database has it.
     *
     * @param entryId the entry that was sealed
     * @param entry that entry as it is now; {@code null} when it is not there
     */
    record Sealed(long position, String hash, long entryId, CanonicalEntry entry) {

        String text() {
            return entry == null ? "" : entry.text();
        }
    }

    /**
     * Entries that were looked at.
     *
     * @param lost the first one that has no place in the chain; {@code null} when all have
     */
    record Entries(long count, Long last, Long lost) {}

    /** Seals some of the entries that wait; 0 also when another server is at it. */
    int seal(int most) {
        return ((Number) entities.createNativeQuery("select seal_audit(:most)")
                        .setParameter("most", most)
                        .getSingleResult())
                .intValue();
    }

    long waiting() {
        return number("select count(*) from audit_unsealed");
    }

    long entries() {
        return number("select count(*) from audit_log");
    }

    /** The last link; position 0 when there is none. */
    ChainHead head() {
        return heads(HEAD, Map.of()).stream().findFirst().orElse(new ChainHead(0, Link.GENESIS, null));
    }

    /** The hash at a position; that of the beginning at 0, {@code null} where there is none. */
    String hashAt(long position) {
        return position == 0
                ? Link.GENESIS
                : heads(AT, Map.of("position", position)).stream()
                        .findFirst()
                        .map(ChainHead::hash)
                        .orElse(null);
    }

    List<Sealed> stretch(long after, int limit) {
        return rows(STRETCH, Map.of("after", after, "limit", limit)).stream()
                .map(row -> new Sealed(
                        row.get("position", Long.class),
                        row.get("hash", String.class),
                        row.get("sealed_id", Long.class),
                        row.get("id") == null ? null : AuditRows.entry(row)))
                .toList();
    }

    Entries entriesAfter(long id, int limit) {
        Tuple row = rows(UNSEALED_STRETCH, Map.of("after", id, "limit", limit)).get(0);
        return new Entries(row.get("entries", Long.class), row.get("last", Long.class), row.get("lost", Long.class));
    }

    /** The first entry that waits to be sealed and is not there; {@code null} when there is none. */
    Long lostWaiting() {
        return rows(LOST_WAITING, Map.of()).get(0).get("lost", Long.class);
    }

    private List<ChainHead> heads(String question, Map<String, Object> parameters) {
        return rows(question, parameters).stream()
                .map(row -> new ChainHead(
                        row.get("position", Long.class),
                        row.get("hash", String.class),
                        java.time.Instant.parse(row.get("sealed_at", String.class))))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String question, Map<String, Object> parameters) {
        var query = entities.createNativeQuery(question, Tuple.class);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    private long number(String question) {
        return ((Number) entities.createNativeQuery(question).getSingleResult()).longValue();
    }
}
