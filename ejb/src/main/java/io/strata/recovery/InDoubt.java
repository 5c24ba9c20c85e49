package io.strata.recovery;

import io.strata.transaction.StoreFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.JMException;

/** Puts the stores' evidence together to transactions. */
@ApplicationScoped
class InDoubt {

    /** Younger ones are simply committing. */
    private static final Duration NORMAL = Duration.ofSeconds(3);

    @Inject
    Evidence evidence;

    /**
     * The transactions whose commit takes longer than one does.
     *
     * @throws SQLException when the database cannot be asked
     */
    List<InDoubtTransaction> find() throws SQLException {
        List<Evidence.Branch> branches = branches();
        if (branches.isEmpty()) {
            return List.of();
        }
        Set<String> markers = markers();
        Set<String> logged = logged();
        Instant latest = Instant.now().minus(NORMAL);
        return branches.stream().collect(Collectors.groupingBy(Evidence.Branch::transaction)).entrySet().stream()
                .map(entry -> join(entry, markers, logged))
                .filter(transaction ->
                        transaction.since() == null || transaction.since().isBefore(latest))
                .sorted(Comparator.comparing(InDoubtTransaction::id))
                .toList();
    }

    /** Everything that waits prepared. */
    List<Evidence.Branch> branches() throws SQLException {
        List<Evidence.Branch> branches = new ArrayList<>(evidence.inPostgresql());
        branches.addAll(inBroker());
        return branches;
    }

    private static InDoubtTransaction join(
            Map.Entry<String, List<Evidence.Branch>> transaction, Set<String> markers, Set<String> logged) {
        Instant since = transaction.getValue().stream()
                .map(Evidence.Branch::since)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        List<String> stores = transaction.getValue().stream()
                .map(Evidence.Branch::store)
                .distinct()
                .sorted()
                .toList();
        return new InDoubtTransaction(
                transaction.getKey(), since, stores, outcome(transaction.getKey(), markers, logged));
    }

    private static Outcome outcome(String transaction, Set<String> markers, Set<String> logged) {
        if (markers == null || logged == null) {
            return Outcome.UNKNOWN;
        }
        if (markers.contains(transaction)) {
            return Outcome.COMMITTED;
        }
        return logged.contains(transaction) ? Outcome.AS_LOGGED : Outcome.ROLLED_BACK;
    }

    /** {@code null} when the graph cannot be asked. */
    private Set<String> markers() {
        try {
            return evidence.markers();
        } catch (RuntimeException failure) {
            if (StoreFailure.classify(failure).isEmpty()) {
                throw failure;
            }
            return null;
        }
    }

    private Set<String> logged() {
        try {
            return evidence.logged();
        } catch (JMException e) {
            return null;
        }
    }

    private List<Evidence.Branch> inBroker() {
        try {
            return evidence.inBroker();
        } catch (JMException e) {
            return List.of();
        }
    }
}
