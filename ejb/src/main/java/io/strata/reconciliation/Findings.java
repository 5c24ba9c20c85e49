package io.strata.reconciliation;

import io.strata.common.ProblemException;
import io.strata.reconciliation.disagreements.Change;
import io.strata.reconciliation.disagreements.RepairAction;
import io.strata.reconciliation.disagreements.Sides;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps findings and what happens to them, in the caller's transaction. */
@ApplicationScoped
class Findings {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /** Stores what a pass has confirmed, each subject once however often it is seen. */
    void seen(String kind, Map<String, Sides> confirmed, long pass) {
        Map<String, Finding> known = of(kind, confirmed.keySet());
        confirmed.forEach((subject, sides) -> {
            Finding finding = known.get(subject);
            boolean added = finding == null;
            if (added) {
                finding = new Finding(kind, subject);
            }
            FindingEvent event = finding.seen(sides, pass).orElse(null);
            if (added) {
                entities.persist(finding);
                entities.flush();
            }
            if (event != null) {
                remember(finding, event, null, List.of());
            }
        });
    }

    private Map<String, Finding> of(String kind, Collection<String> subjects) {
        return entities.createQuery(
                        "select f from Finding f where f.kind = :kind and f.subject in :subjects", Finding.class)
                .setParameter("kind", kind)
                .setParameter("subjects", subjects)
                .getResultStream()
                .collect(Collectors.toMap(Finding::subject, Function.identity()));
    }

    /** Findings that are not over and that a pass has not met. */
    List<Finding> unseen(long pass, int limit) {
        return entities.createQuery("""
                        select f from Finding f where f.status in :there and f.lastPass <> :pass order by f.id
                        """, Finding.class)
                .setParameter("there", List.of(Finding.Status.OPEN, Finding.Status.IGNORED))
                .setParameter("pass", pass)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Takes note that a finding is gone. */
    void resolve(Finding finding) {
        finding.resolve();
        remember(finding, FindingEvent.RESOLVED, null, List.of());
    }

    void remember(Finding finding, FindingEvent event, RepairAction action, List<Change> changes) {
        entities.persist(new FindingHistory(finding, event, action, changes));
    }

    /** A finding; two who repair it wait for each other. */
    Finding locked(UUID id) {
        return required(entities.find(Finding.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Finding find(UUID id) {
        return required(entities.find(Finding.class, id));
    }

    List<FindingHistoryView> historyOf(UUID id) {
        return entities.createQuery(
                        "select h from FindingHistory h where h.findingId = :id order by h.id desc",
                        FindingHistory.class)
                .setParameter("id", id)
                .setMaxResults(200)
                .getResultStream()
                .map(FindingHistory::view)
                .toList();
    }

    void flush() {
        entities.flush();
    }

    private static Finding required(Finding finding) {
        if (finding == null) {
            throw ProblemException.notFound("finding");
        }
        return finding;
    }
}
