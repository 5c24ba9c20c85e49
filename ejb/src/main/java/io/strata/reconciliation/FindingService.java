package io.strata.reconciliation;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.LowerCaseEnumAdapter;
import io.strata.common.Page;
import io.strata.common.Validation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What reconciliation has found. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class FindingService {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Disagreements kinds;

    @Inject
    Findings findings;

    /** Findings, newest first. */
    @Requires(Action.SYSTEM_READ)
    public Page<FindingView> list(FindingFilter filter, String cursor, Integer requestedLimit) {
        int limit = Page.limit(requestedLimit);
        Finding.Status status = LowerCaseEnumAdapter.read(Finding.Status.class, "status", filter.status());
        if (filter.kind() != null) {
            kinds.named(filter.kind());
        }
        List<FindingView> found = entities.createQuery("""
                        select f from Finding f
                        where f.id < :before and f.status in :statuses and (:kind = '' or f.kind = :kind)
                          and lower(f.subject) like :text escape '!'
                        order by f.id desc
                        """, Finding.class)
                .setParameter("before", cursor == null ? new UUID(-1, -1) : Validation.identifier(cursor, "cursor"))
                .setParameter("statuses", status == null ? Arrays.asList(Finding.Status.values()) : List.of(status))
                .setParameter("kind", filter.kind() == null ? "" : filter.kind())
                .setParameter("text", "%" + escaped(filter.text() == null ? "" : filter.text()) + "%")
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(this::view)
                .toList();
        return Page.of(found, limit, view -> view.id().toString());
    }

    /** A finding. */
    @Requires(Action.SYSTEM_READ)
    public FindingView get(UUID id) {
        return view(findings.find(id));
    }

    /** What has happened to a finding, newest first; at most the last two hundred events. */
    @Requires(Action.SYSTEM_READ)
    public List<FindingHistoryView> history(UUID id) {
        findings.find(id);
        return findings.historyOf(id);
    }

    /** All kinds of finding, with how many are open. */
    @Requires(Action.SYSTEM_READ)
    public List<KindView> kinds() {
        Map<String, Long> open = new HashMap<>();
        entities.createQuery(
                        "select f.kind, count(f) from Finding f where f.status = :open group by f.kind", Object[].class)
                .setParameter("open", Finding.Status.OPEN)
                .getResultStream()
                .forEach(row -> open.put((String) row[0], (Long) row[1]));
        return kinds.all().stream()
                .map(kind -> KindView.of(kind, open.getOrDefault(kind.name(), 0L)))
                .toList();
    }

    private FindingView view(Finding finding) {
        return finding.view(kinds.named(finding.kind()));
    }

    private static String escaped(String part) {
        return part.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }
}
