package io.strata.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The conditions of a question about entries {@code e}, with their parameters; only what is asked for is in them. */
final class Conditions {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String GREATEST = "\uFFFF";

    private final StringBuilder sql = new StringBuilder("true");
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    static Conditions of(AuditFilter filter) {
        Conditions conditions = new Conditions();
        conditions.and("e.workspace_id = cast(:workspace as uuid)", "workspace", text(filter.workspaceId()));
        conditions.actor(filter.actor());
        conditions.action(filter.action());
        conditions.and("e.subject_kind = :kind", "kind", filter.subjectKind());
        conditions.and("e.subject_id = cast(:subject as uuid)", "subject", text(filter.subjectId()));
        conditions.and("e.occurred_at >= cast(:earliest as timestamptz)", "earliest", text(filter.from()));
        conditions.and("e.occurred_at < cast(:latest as timestamptz)", "latest", text(filter.to()));
        conditions.words(filter.text());
        return conditions;
    }

    /** Adds a condition, unless its value is absent. */
    Conditions and(String condition, String name, Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            parameters.put(name, value);
        }
        return this;
    }

    /** Adds a parameter that the question names outside of its conditions. */
    Conditions parameter(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    private void actor(String actor) {
        boolean identified = actor != null && IDENTIFIER.matcher(actor).matches();
        and(identified ? "e.actor_id = cast(:actor as uuid)" : "e.actor_handle = :actor", "actor", actor);
    }

    /** A range of texts, because the index does not understand patterns that are parameters. */
    private void action(String beginning) {
        and("e.action collate \"C\" >= :action", "action", beginning);
        and("e.action collate \"C\" < :beyond", "beyond", beginning == null ? null : beginning + GREATEST);
    }

    private void words(String text) {
        if (text != null) {
            String query = WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.joining(" & "));
            and(
                    "e.id in (select w.entry_id from audit_words w where w.words @@ to_tsquery('simple', :words))",
                    "words",
                    query.isEmpty() ? "" : query + ":*");
        }
    }

    /**
     * Asks a question.
     *
     * @param before what stands before the conditions, up to {@code where}
     * @param after what stands behind them
     */
    @SuppressWarnings("unchecked")
    List<Tuple> ask(EntityManager entities, String before, String after, int limit) {
        Query query = entities.createNativeQuery(before + " " + sql + " " + after + " limit :limit", Tuple.class);
        parameters.forEach(query::setParameter);
        return query.setParameter("limit", limit).getResultList();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    static UUID identifier(Object text) {
        return text == null ? null : UUID.fromString((String) text);
    }
}
