package io.strata.reconciliation;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.UuidV7;
import io.strata.reconciliation.Comparison.Side;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The steps of a pass, for the job. A pass is a number that is the same for a run of the job and its restarts. */
@ApplicationScoped
@Transactional
public class Reconciliation {

    /** The name of the job. */
    public static final String JOB = "reconciliation";

    private static final String REPORT = """
            insert into reconciliation_finding as f
                (id, kind, subject, truth_state, other_state, status, last_pass, first_seen, last_seen)
            values (:id, :kind, :subject, cast(:truth as jsonb), cast(:other as jsonb), 'OPEN', :pass, now(), now())
            on conflict (kind, subject) do update
            set truth_state = excluded.truth_state, other_state = excluded.other_state, status = 'OPEN',
                last_pass = excluded.last_pass, last_seen = now(), resolved_at = null,
                first_seen = case f.status when 'OPEN' then f.first_seen else now() end
            """;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    @Any
    Instance<Comparison> comparisons;

    @Inject
    Settlement settlement;

    /**
     * Begins or continues to walk two stores.
     *
     * @param comparison nodes, files or artifacts
     * @param after the key of the checkpoint; {@code ""} for the beginning
     */
    @Requires(Action.SYSTEM_OPERATE)
    public KeyMerge walk(String comparison, String after) {
        return new KeyMerge(comparison(comparison), after);
    }

    /**
     * Reads again what looked wrong and stores what is.
     *
     * @return how many of the suspects are findings
     */
    @Requires(Action.SYSTEM_OPERATE)
    public int report(String comparison, List<KeyPair> suspects, long pass) {
        return confirm(comparison(comparison), Side.LEFT, keys(suspects, true), pass)
                        .size()
                + confirm(comparison(comparison), Side.RIGHT, keys(suspects, false), pass)
                        .size();
    }

    /**
     * Looks at some findings that the pass has not seen, and resolves those that are gone.
     *
     * @param limit how many to look at
     * @return how many there were; less than the limit means that the pass has seen to all
     */
    @Requires(Action.SYSTEM_OPERATE)
    public int resolve(long pass, int limit) {
        List<Finding> unseen = entities.createQuery(
                        "select f from Finding f where f.status = :open and f.lastPass <> :pass order by f.id",
                        Finding.class)
                .setParameter("open", Finding.Status.OPEN)
                .setParameter("pass", pass)
                .setMaxResults(limit)
                .getResultList();
        Map<FindingKind, List<Finding>> byKind = unseen.stream().collect(Collectors.groupingBy(Finding::kind));
        byKind.forEach((kind, findings) -> resolve(kind, findings, pass));
        return unseen.size();
    }

    private void resolve(FindingKind kind, List<Finding> findings, long pass) {
        for (Comparison comparison : comparisons) {
            for (Side side : Side.values()) {
                if (comparison.whenOnlyIn(side) == kind) {
                    List<String> subjects =
                            findings.stream().map(Finding::subject).toList();
                    Collection<String> confirmed = confirm(comparison, side, subjects, pass);
                    findings.forEach(finding -> {
                        if (confirmed.contains(finding.subject())) {
                            finding.stillThere(pass);
                        } else {
                            finding.resolve();
                        }
                    });
                }
            }
        }
    }

    /**
     * Of keys that only one side held, stores those that still only that side holds. The order matters: first the side
     * that lacks them, then the side that has them, each after the transactions under way have ended. Whatever was
     * being made or removed has then been seen on both sides or on neither.
     */
    private Collection<String> confirm(Comparison comparison, Side side, List<String> suspects, long pass) {
        FindingKind kind = comparison.whenOnlyIn(side);
        if (suspects.isEmpty() || kind == null) {
            return List.of();
        }
        settlement.await();
        List<String> missing = new ArrayList<>(suspects);
        missing.removeAll(comparison.read(side.opposite(), suspects).keySet());
        settlement.await();
        Map<String, String> confirmed = new LinkedHashMap<>(comparison.read(side, missing));
        confirmed.values().removeIf(state -> !comparison.matters(side, state));
        confirmed.forEach((key, state) -> store(kind, side == Side.LEFT, key, state, pass));
        return confirmed.keySet();
    }

    private void store(FindingKind kind, boolean truth, String subject, String state, long pass) {
        entities.createNativeQuery(REPORT)
                .setParameter("id", UuidV7.next())
                .setParameter("kind", kind.name())
                .setParameter("subject", subject)
                .setParameter("truth", truth ? state : null)
                .setParameter("other", truth ? null : state)
                .setParameter("pass", pass)
                .executeUpdate();
    }

    private static List<String> keys(List<KeyPair> suspects, boolean left) {
        return suspects.stream()
                .filter(pair -> !pair.agrees() && pair.left() == left)
                .map(KeyPair::key)
                .toList();
    }

    private Comparison comparison(String name) {
        return comparisons.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no comparison " + name));
    }
}
