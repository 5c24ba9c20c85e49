package io.strata.reconciliation.disagreements;

import io.strata.access.Open;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads and changes rows of PostgreSQL, for comparing and mending them. */
@ApplicationScoped
public class Rows {

    /** Comes before every identifier. */
    public static final String FIRST_UUID = "00000000-0000-0000-0000-000000000000";

    /** No identifier comes after it. */
    public static final String LAST_UUID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /** Runs a query for rows of several columns. */
    @Open("a store for reconciliation, behind its permission checks")
    @SuppressWarnings("unchecked")
    public List<Object[]> rows(String query, Map<String, Object> parameters) {
        return query(query, parameters).getResultList();
    }

    /** Runs a query for one column of text. */
    @Open("a store for reconciliation, behind its permission checks")
    public List<String> texts(String query, Map<String, Object> parameters) {
        List<?> found = query(query, parameters).getResultList();
        return found.stream().map(String.class::cast).toList();
    }

    /** Runs a query for one number. */
    @Open("a store for reconciliation, behind its permission checks")
    public long number(String query, Map<String, Object> parameters) {
        return ((Number) query(query, parameters).getSingleResult()).longValue();
    }

    /** Changes rows; what the entity manager still holds is written first. */
    @Open("a store for reconciliation, behind its permission checks")
    public void change(String statement, Map<String, Object> parameters) {
        query(statement, parameters).executeUpdate();
    }

    /** Runs a query for rows of key and state, with the parameter {@code keys} as an array. */
    @Open("a store for reconciliation, behind its permission checks")
    public Map<String, String> states(String query, Collection<String> keys) {
        Map<String, String> states = new LinkedHashMap<>();
        if (!keys.isEmpty()) {
            rows(query, Map.of("keys", keys.toArray(String[]::new)))
                    .forEach(row -> states.put((String) row[0], (String) row[1]));
        }
        return states;
    }

    /** As {@link #states}, for keys that are identifiers; what is none has no row. */
    @Open("a store for reconciliation, behind its permission checks")
    public Map<String, String> statesById(String query, Collection<String> keys) {
        return states(
                query,
                keys.stream().filter(key -> UUID_FORM.matcher(key).matches()).toList());
    }

    /** The workspace of a project; {@code null} when there is no such project. */
    @Open("a store for reconciliation, behind its permission checks")
    public UUID workspaceOf(UUID project) {
        List<?> found = query("select workspace_id from project where id = :project", Map.of("project", project))
                .getResultList();
        return found.isEmpty() ? null : (UUID) found.get(0);
    }

    private Query query(String text, Map<String, Object> parameters) {
        Query query = entities.createNativeQuery(text);
        parameters.forEach(query::setParameter);
        return query;
    }
}
