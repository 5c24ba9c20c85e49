package io.strata.operations;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.audit.AuditFilter;
import io.strata.audit.AuditLog;
import io.strata.transaction.Graph;
import io.strata.transaction.StoreFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Gathers the first screen of the administration. */
@ApplicationScoped
public class Overview {

    private static final int ACTIVITY = 12;

    /** Counts of a label cost Neo4j nothing; only the trash, which is small, is looked at. */
    private static final String LIVING = """
            MATCH (n:%1$s) WITH count(n) AS everything
            RETURN everything - COUNT { (:Trashed&%1$s) } AS n
            """;

    @Inject
    Health health;

    @Inject
    Queues queues;

    @Inject
    Figures figures;

    @Inject
    Graph graph;

    @Inject
    AuditLog audit;

    /** The installation now. It asks only the stores that are up, so that it answers even when some are not. */
    @Requires(Action.SYSTEM_READ)
    public OverviewView now() {
        HealthReport report = health.report();
        boolean database = up(report, "database");
        boolean topology = up(report, "graph");
        Map<String, Long> documents = database ? figures.documentsByStatus() : Map.of();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("workspaces", database ? figures.workspaces() : null);
        counts.put("projects", topology ? count("MATCH (n:Project) RETURN count(n) AS n") : null);
        counts.put("components", topology ? count(LIVING.formatted("Component")) : null);
        counts.put("issues", topology ? count(LIVING.formatted("Issue")) : null);
        counts.put(
                "documents",
                database
                        ? documents.values().stream().mapToLong(Long::longValue).sum()
                        : null);
        return new OverviewView(
                report,
                counts,
                documents,
                queues.depths(),
                database ? audit.list(AuditFilter.everything(), null, ACTIVITY).items() : List.of());
    }

    private Long count(String cypher) {
        return orUnknown(() -> (Long) graph.read(cypher, Map.of()).get(0).get("n"));
    }

    /** A store may go down between the question whether it is up and this one. */
    private static Long orUnknown(Supplier<Long> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            if (StoreFailure.classify(e).isPresent()) {
                return null;
            }
            throw e;
        }
    }

    private static boolean up(HealthReport report, String name) {
        return report.dependencies().stream()
                .anyMatch(dependency -> dependency.name().equals(name) && dependency.up());
    }
}
