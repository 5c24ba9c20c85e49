package io.strata.reconciliation;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What reconciliation has found. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class FindingService {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /**
     * Findings, newest first.
     *
     * @param status open or resolved; {@code null} for both
     * @param kind for example {@code node_without_content}; {@code null} for all
     */
    @Requires(Action.SYSTEM_READ)
    public Page<FindingView> list(String status, String kind, String cursor, Integer requestedLimit) {
        int limit = Page.limit(requestedLimit);
        List<FindingView> found = entities.createQuery("""
                        select f from Finding f
                        where f.id < :before and f.status in :statuses and f.kind in :kinds
                        order by f.id desc
                        """, Finding.class)
                .setParameter("before", cursor == null ? new UUID(-1, -1) : Validation.identifier(cursor, "cursor"))
                .setParameter("statuses", choice("status", status, Finding.Status.values()))
                .setParameter("kinds", choice("kind", kind, FindingKind.values()))
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(Finding::view)
                .toList();
        return Page.of(found, limit, view -> view.id().toString());
    }

    /** How many open findings there are of each kind that has any. */
    @Requires(Action.SYSTEM_READ)
    public Map<String, Long> openByKind() {
        Map<String, Long> counts = new TreeMap<>();
        entities.createQuery(
                        "select f.kind, count(f) from Finding f where f.status = :open group by f.kind", Object[].class)
                .setParameter("open", Finding.Status.OPEN)
                .getResultStream()
                .forEach(row -> counts.put(((FindingKind) row[0]).name().toLowerCase(Locale.ROOT), (Long) row[1]));
        return counts;
    }

    private static <T extends Enum<T>> List<T> choice(String field, String wanted, T[] values) {
        List<T> chosen = Arrays.stream(values)
                .filter(value ->
                        wanted == null || value.name().toLowerCase(Locale.ROOT).equals(wanted))
                .toList();
        if (chosen.isEmpty()) {
            throw ProblemException.validation(field, "is none of the known ones");
        }
        return chosen;
    }
}
