package io.strata.graph;

import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Brings changes of the structure into an order, until the end of the transaction.
 *
 * <p>Changes that look at a whole path before they decide (moving, deleting, restoring, linking) take the write lock of
 * the {@code :Project} in Neo4j as their first clause, and read the path after it: {@link #serialise}. Whoever only
 * hangs something new on a node (a child, a comment) cannot close a cycle and does not wait for others of its kind; it
 * {@linkplain #share shares} the project with them, and deleting {@linkplain #exclude excludes} them.
 *
 * <p>Neo4j has no lock for sharing, so that one is an advisory lock of PostgreSQL. It outlives prepare, and PostgreSQL
 * commits after Neo4j: whoever gets it sees what its holders before have written to either store.
 *
 * <p>The order that excludes deadlocks: first the project's lock in Neo4j, then the one in PostgreSQL, then any node.
 * Projects are locked in the order of their ids.
 */
@ApplicationScoped
class StructureLock {

    private static final String LOCK_PROJECTS = """
            MATCH (p:Project) WHERE p.id IN $projects
            WITH p ORDER BY p.id
            SET p.structure_changed_at = $now
            """;

    private static final String LOCK_WORKSPACE = """
            MATCH (p:Project {workspace_id: $workspace})
            WITH p ORDER BY p.id
            SET p.structure_changed_at = $now
            """;

    @Inject
    Graph graph;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /** Waits until no other change of the structure of these projects is under way. */
    void serialise(Collection<UUID> projectIds) {
        graph.write(
                LOCK_PROJECTS,
                Map.of("projects", projectIds.stream().map(UUID::toString).toList(), "now", now()));
    }

    /** As {@link #serialise}, for all projects of a workspace. */
    void serialiseWorkspace(UUID workspaceId) {
        graph.write(LOCK_WORKSPACE, Map.of("workspace", workspaceId.toString(), "now", now()));
    }

    /** Waits until no deletion in the project is under way, and lets none begin. */
    void share(UUID projectId) {
        lock("select pg_advisory_xact_lock_shared(:key)", projectId);
    }

    /** Waits until nobody {@linkplain #share shares} the project, and lets nobody begin. */
    void exclude(UUID projectId) {
        lock("select pg_advisory_xact_lock(:key)", projectId);
    }

    /** Two projects that fall on one key would only wait for each other once in a while. */
    private void lock(String statement, UUID projectId) {
        entities.createNativeQuery(statement)
                .setParameter("key", projectId.getMostSignificantBits() ^ projectId.getLeastSignificantBits())
                .getSingleResult();
    }

    private static String now() {
        return Instant.now().toString();
    }
}
