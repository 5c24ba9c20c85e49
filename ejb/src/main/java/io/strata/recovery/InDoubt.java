package io.strata.recovery;

import io.strata.transaction.StoreFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.management.JMException;

/** Puts the stores' evidence together to transactions. */
@ApplicationScoped
class InDoubt {

    /** Younger ones are simply committing. */
    private static final Duration NORMAL = Duration.ofSeconds(3);

    @Inject
    Evidence evidence;

    private final Map<String, Instant> firstSeen = new ConcurrentHashMap<>();

    /**
     * The transactions whose commit takes longer than one does.
     *
     * @throws SQLException when the database cannot be asked
     */
    List<InDoubtTransaction> find() throws SQLException {
        Instant latest = Instant.now().minus(NORMAL);
        List<List<Evidence.Branch>> transactions =
                branches().stream().collect(Collectors.groupingBy(Evidence.Branch::transaction)).values().stream()
                        .filter(branches ->
                                since(branches) == null || since(branches).isBefore(latest))
                        .toList();
        if (transactions.isEmpty()) {
            return List.of();
        }
        Set<String> markers = markers();
        Set<String> logged = logged();
        return transactions.stream()
                .map(branches -> join(branches, markers, logged))
                .sorted(Comparator.comparing(InDoubtTransaction::id))
                .toList();
    }

    /** Everything that waits prepared. */
    List<Evidence.Branch> branches() throws SQLException {
        List<Evidence.Branch> branches = new ArrayList<>(evidence.inPostgresql());
        branches.addAll(dated(inBroker()));
        return branches;
    }

    /** The broker does not tell since when a part waits: at least since it was first seen here. */
    private List<Evidence.Branch> dated(List<Evidence.Branch> undated) {
        firstSeen.keySet().retainAll(undated.stream().map(Evidence.Branch::name).toList());
        return undated.stream()
                .map(branch -> new Evidence.Branch(
                        branch.transaction(),
                        branch.store(),
                        branch.name(),
                        firstSeen.computeIfAbsent(branch.name(), name -> Instant.now())))
                .toList();
    }

    private static Instant since(List<Evidence.Branch> branches) {
        return branches.stream()
                .map(Evidence.Branch::since)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static InDoubtTransaction join(List<Evidence.Branch> branches, Set<String> markers, Set<String> logged) {
        String transaction = branches.get(0).transaction();
        List<String> stores = branches.stream()
                .map(Evidence.Branch::store)
                .distinct()
                .sorted()
                .toList();
        return new InDoubtTransaction(transaction, since(branches), stores, outcome(transaction, markers, logged));
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
        } catch (IOException e) {
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
