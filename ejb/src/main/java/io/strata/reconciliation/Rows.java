package io.strata.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads keys and states out of PostgreSQL. */
@ApplicationScoped
class Rows {

    /** Comes before every identifier. */
    static final String FIRST_UUID = "00000000-0000-0000-0000-000000000000";

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /** Runs a query for keys with the parameters {@code after} and {@code limit}. */
    List<String> keys(String query, String after, int limit) {
        List<?> found = entities.createNativeQuery(query, String.class)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList();
        return found.stream().map(String.class::cast).toList();
    }

    /** Runs a query for rows of key and state, with the parameter {@code keys} as an array in PostgreSQL's notation. */
    Map<String, String> states(String query, Collection<String> keys) {
        List<?> found = entities.createNativeQuery(query)
                .setParameter("keys", keys.toArray(String[]::new))
                .getResultList();
        Map<String, String> states = new LinkedHashMap<>();
        for (Object row : found) {
            Object[] columns = (Object[]) row;
            states.put((String) columns[0], (String) columns[1]);
        }
        return states;
    }
}
