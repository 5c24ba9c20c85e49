package io.strata.graph;

import io.strata.audit.AuditLog;
import io.strata.events.DomainEvent;
import io.strata.events.Events;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Removes nodes from the trash for good, with what people wrote about them, their links and what hangs on them. Documents
 * stay: they are kept for themselves, and hang nowhere then.
 */
@ApplicationScoped
class NodeRemoval {

    private static final String EXPIRED = """
            MATCH (n:Trashed) WHERE n.trash_id IS NOT NULL AND n.trashed_at < $before
            RETURN n.id AS id, n.project_id AS project, n.workspace_id AS workspace, n.short_id AS short_id,
              n.title AS title
            ORDER BY n.trash_id LIMIT $limit
            """;

    /** Looks again: the deletion may have been taken back until the project was locked. */
    private static final String REMOVE = """
            MATCH (root:Trashed {id: $root}) WHERE root.trash_id IS NOT NULL AND root.trashed_at < $before
            MATCH (n:Trashed {trash_root: $root})
            WITH n, n.id AS id, COLLECT { MATCH (n)-[:HAS_ARTIFACT]->(a:Artifact) WHERE a.file_ref IS NULL RETURN a } AS gone
            FOREACH (a IN gone | DETACH DELETE a)
            DETACH DELETE n
            RETURN collect(id) AS ids
            """;

    private static final String FORGET = "delete from node_content where node_id = any (cast(:nodes as uuid[]))";

    /** A node whose deletion is to become final. */
    record Expired(UUID id, UUID projectId, UUID workspaceId, String shortId, String title) {}

    /** What the audit keeps of it. */
    public record Removed(String shortId, String title, long removed) {}

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Graph graph;

    @Inject
    StructureLock structure;

    @Inject
    AuditLog audit;

    @Inject
    Events events;

    /** Deletions from before a moment, the eldest first. */
    List<Expired> expired(Instant before, int limit) {
        return graph.read(EXPIRED, Map.of("before", before.toString(), "limit", limit)).stream()
                .map(row -> new Expired(
                        UUID.fromString((String) row.get("id")),
                        UUID.fromString((String) row.get("project")),
                        UUID.fromString((String) row.get("workspace")),
                        (String) row.get("short_id"),
                        (String) row.get("title")))
                .toList();
    }

    /** Makes a deletion final, unless it was taken back meanwhile. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void remove(Expired deletion, Instant before) {
        structure.serialise(List.of(deletion.projectId()));
        structure.exclude(deletion.projectId());
        List<?> ids = (List<?>) graph.write(
                        REMOVE, Map.of("root", deletion.id().toString(), "before", before.toString()))
                .get(0)
                .get("ids");
        if (ids.isEmpty()) {
            return;
        }
        entities.createNativeQuery(FORGET)
                .setParameter("nodes", ids.toArray(String[]::new))
                .executeUpdate();
        Removed removed = new Removed(deletion.shortId(), deletion.title(), ids.size());
        audit.record("node.purged", "node", deletion.id(), deletion.workspaceId(), removed, null);
        events.publish(DomainEvent.now(
                "node.purged",
                deletion.workspaceId(),
                deletion.projectId(),
                deletion.id(),
                Map.of("short_id", deletion.shortId(), "removed", ids.size())));
    }
}
