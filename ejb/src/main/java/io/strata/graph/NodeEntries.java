package io.strata.graph;

import io.strata.access.Open;
import io.strata.search.EntryKind;
import io.strata.search.SearchEntry;
import io.strata.search.SearchIndex;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What the search knows of nodes and cycles: written with every change of them, in its transaction. */
@ApplicationScoped
public class NodeEntries {

    private static final String ENTRY = """
            RETURN n {.id, .workspace_id, .project_id, .short_id, .title, .labels, .status, .assignee_id, .updated_at,
              kind: CASE WHEN n:Component THEN 'component' ELSE 'issue' END, trashed: n:Trashed,
              parent_id: head([(p)-[:HAS_CHILD]->(n) | p.id])} AS entry
            """;

    private static final String OF_NODES = """
            UNWIND $keys AS key
            CALL (key) { MATCH (n:Node {id: key}) RETURN n UNION MATCH (n:Trashed {id: key}) RETURN n }
            """ + ENTRY;

    private static final String LIVING =
            "MATCH (n:Node) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $limit " + ENTRY;

    private static final String TRASHED =
            "MATCH (n:Trashed) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $limit " + ENTRY;

    private static final String CYCLES = """
            MATCH (c:Cycle) WHERE c.id > $after
            RETURN c {.*} AS cycle ORDER BY c.id LIMIT $limit
            """;

    @Inject
    Graph graph;

    @Inject
    SearchIndex index;

    /**
     * Writes a node that is not in the trash.
     *
     * @param parentId what it hangs under; {@code null} when that is as it was
     */
    void write(NodeView node, UUID parentId) {
        index.keep(List.of(entry(node, parentId, false)));
    }

    /** Writes issues whose status was replaced. */
    void write(List<StatusRepository.Replaced> issues) {
        index.keep(issues.stream()
                .map(issue -> entry(issue.issue(), null, !issue.living()))
                .toList());
    }

    void write(CycleView cycle) {
        index.keep(List.of(entry(cycle)));
    }

    void forget(CycleView cycle) {
        index.forget(cycle.id());
    }

    /** Nobody finds what is in the trash. */
    void trash(Collection<UUID> nodes) {
        index.trash(nodes, true);
    }

    void restore(Collection<UUID> nodes) {
        index.trash(nodes, false);
    }

    /** Writes what the graph says of some nodes, whatever has been written before. */
    @Open("part of a change whose service has been asked for permission")
    @Transactional(Transactional.TxType.MANDATORY)
    public void rewrite(Collection<String> nodes) {
        index.keep(graph.read(OF_NODES, Map.of("keys", List.copyOf(nodes))).stream()
                .map(NodeEntries::entry)
                .toList());
    }

    /** Writes the nodes that come after one, and answers with the last; {@code null} when there are none. */
    UUID writeNodes(UUID after, int limit) {
        return write(LIVING, after, limit);
    }

    /** As {@link #writeNodes}, for the trash. */
    UUID writeTrash(UUID after, int limit) {
        return write(TRASHED, after, limit);
    }

    /** As {@link #writeNodes}, for cycles. */
    UUID writeCycles(UUID after, int limit) {
        List<SearchEntry> entries = graph.read(CYCLES, Map.of("after", after.toString(), "limit", limit)).stream()
                .map(row -> entry(CycleView.of((Map<?, ?>) row.get("cycle"))))
                .toList();
        return keep(entries);
    }

    private UUID write(String query, UUID after, int limit) {
        return keep(graph.read(query, Map.of("after", after.toString(), "limit", limit)).stream()
                .map(NodeEntries::entry)
                .toList());
    }

    private UUID keep(List<SearchEntry> entries) {
        index.keep(entries);
        List<UUID> trashed = entries.stream()
                .filter(SearchEntry::trashed)
                .map(SearchEntry::id)
                .toList();
        if (!trashed.isEmpty()) {
            index.trash(trashed, true);
        }
        return entries.isEmpty() ? null : entries.get(entries.size() - 1).id();
    }

    private static SearchEntry entry(NodeView node, UUID parentId, boolean trashed) {
        return new SearchEntry(
                node.id(),
                EntryKind.valueOf(node.kind().name()),
                node.workspaceId(),
                node.projectId(),
                parentId,
                trashed,
                node.shortId(),
                node.title(),
                node.labels(),
                node.status(),
                node.assigneeId(),
                node.updatedAt());
    }

    private static SearchEntry entry(CycleView cycle) {
        return new SearchEntry(
                cycle.id(),
                EntryKind.CYCLE,
                cycle.workspaceId(),
                cycle.projectId(),
                null,
                false,
                null,
                cycle.name(),
                List.of(),
                null,
                null,
                cycle.updatedAt());
    }

    /** A node may have been damaged: what it lacks is left out. */
    @SuppressWarnings("unchecked")
    private static SearchEntry entry(Map<String, Object> row) {
        Map<String, Object> node = (Map<String, Object>) row.get("entry");
        String kind = ((String) node.get("kind")).toUpperCase(Locale.ROOT);
        Object updatedAt = node.get("updated_at");
        return new SearchEntry(
                identifier(node, "id"),
                EntryKind.valueOf(kind),
                identifier(node, "workspace_id"),
                identifier(node, "project_id"),
                identifier(node, "parent_id"),
                (Boolean) node.get("trashed"),
                (String) node.get("short_id"),
                node.get("title") == null ? "" : (String) node.get("title"),
                node.get("labels") == null ? List.of() : (List<String>) node.get("labels"),
                (String) node.get("status"),
                identifier(node, "assignee_id"),
                updatedAt == null ? Instant.EPOCH : Instant.parse((String) updatedAt));
    }

    private static UUID identifier(Map<String, Object> node, String name) {
        return node.get(name) == null ? null : UUID.fromString((String) node.get(name));
    }
}
