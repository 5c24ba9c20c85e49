package io.strata.graph;

import io.strata.access.CurrentCaller;
import io.strata.access.Rights;
import io.strata.access.Visibility;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.common.UuidV7;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Deleted nodes in Neo4j. Each has {@code trash_root}, the node that was deleted and took it along; that node alone has
 * {@code trash_id}, a UUIDv7 made at the deletion, and {@code trashed_count}. What was in the trash already when the
 * deletion came keeps its own root.
 */
@ApplicationScoped
class Trash {

    private static final String PUT = """
            MATCH (root:Node {id: $id})
            SET root.trash_id = $entry
            WITH root
            CALL (root) { MATCH (root)-[:HAS_CHILD*0..]->(n:Node) RETURN collect(DISTINCT n) AS subtree }
            SET root.trashed_count = size(subtree)
            WITH subtree, size([n IN subtree WHERE NOT %s]) AS refused
            UNWIND subtree AS n
            SET n:Trashed, n.trashed_at = $now, n.trashed_by = $actor, n.trash_root = $id
            REMOVE n:Node
            WITH n.id AS id, refused ORDER BY id
            RETURN collect(id) AS ids, max(refused) AS refused
            """.formatted(Rights.permitted("n"));

    private static final String PREVIEW = """
            MATCH (root:Node {id: $id})-[:HAS_CHILD*0..]->(n:Node)
            WITH DISTINCT n ORDER BY n.id
            RETURN count(n) AS total, collect(%s)[..$named] AS nodes, sum(CASE WHEN %s THEN 0 ELSE 1 END) AS refused
            """.formatted(NodeReference.projection("n"), Rights.permitted("n"));

    private static final String RESTORE = """
            MATCH (n:Trashed {trash_root: $root})
            SET n:Node
            REMOVE n:Trashed, n.trashed_at, n.trashed_by, n.trash_root, n.trash_id, n.trashed_count
            RETURN collect(n.id) AS ids
            """;

    private static final String ENTRY = """
            MATCH (n:Trashed {%s: $id})
            WHERE %s
            RETURN n {.*, kind: CASE WHEN n:Component THEN 'component' ELSE 'issue' END} AS node,
              n.trash_root AS root,
              COLLECT {
                MATCH (root:Trashed {id: n.trash_root}) RETURN CASE WHEN %s THEN root.short_id ELSE '%s' END
              } AS root_short_id,
              EXISTS { (:Node)-[:HAS_CHILD]->(n) } AS restorable,
              %s AS permitted
            """;

    private static final String LIST = """
            MATCH (n:Trashed)
            WHERE n.project_id = $project AND n.trash_id < $before AND %s
            RETURN n {.*, kind: CASE WHEN n:Component THEN 'component' ELSE 'issue' END} AS node,
              EXISTS { (:Node)-[:HAS_CHILD]->(n) } AS restorable
            ORDER BY n.project_id DESC, n.trash_id DESC LIMIT $limit
            """.formatted(Rights.seen("n"));

    /** Comes after every identifier. */
    private static final String LAST = "~";

    /**
     * A node in the trash.
     *
     * @param root the deletion that took it
     * @param rootShortId the short id of that node
     * @param restorable whether its parent is not in the trash
     * @param permitted whether the caller may restore it
     */
    record Entry(NodeView node, UUID root, String rootShortId, boolean restorable, boolean permitted) {}

    @Inject
    Graph graph;

    /**
     * Puts a node and all that is below it into the trash.
     *
     * @return which, in the order of their making; none when there is no such node
     * @throws ProblemException forbidden, when something of it may not be deleted
     */
    List<UUID> put(UUID id, Rights rights) {
        Map<String, Object> parameters = Map.of(
                "id", id.toString(),
                "entry", UuidV7.next().toString(),
                "now", Instant.now().toString(),
                "actor", CurrentCaller.require().actorId().toString());
        Map<String, Object> put = graph.write(PUT, rights.with(parameters)).get(0);
        requireNothingRefused(put);
        return ids(put);
    }

    /**
     * What {@link #put} would put into the trash; empty when there is no such node.
     *
     * @throws ProblemException forbidden, when something of it may not be deleted
     */
    Optional<DeletionPreview> preview(UUID id, Rights rights) {
        Map<String, Object> parameters = Map.of("id", id.toString(), "named", Deletion.MAXIMUM_NAMED);
        Optional<Map<String, Object>> found = graph.read(PREVIEW, rights.with(parameters)).stream()
                .findFirst()
                .filter(row -> (Long) row.get("total") > 0);
        found.ifPresent(Trash::requireNothingRefused);
        return found.map(row -> new DeletionPreview(
                (Long) row.get("total"),
                ((List<?>) row.get("nodes"))
                        .stream()
                                .map(node -> NodeReference.of((Map<?, ?>) node))
                                .toList()));
    }

    private static void requireNothingRefused(Map<String, Object> row) {
        if (row.get("refused") instanceof Long refused && refused > 0) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "Below it there is something that you lack the permission to delete.");
        }
    }

    /** Takes out what the deletion of a node has put in, and says which nodes these were. */
    List<UUID> restore(UUID root) {
        return ids(graph.write(RESTORE, Map.of("root", root.toString())).get(0));
    }

    Optional<Entry> find(String idOrShortId, Rights rights) {
        String property = NodeRepository.isShortId(idOrShortId) ? "short_id" : "id";
        String entry = ENTRY.formatted(
                property, Rights.seen("n"), Rights.seen("root"), ShortIdPath.HIDDEN, Rights.permitted("n"));
        return graph.read(entry, rights.with(Map.of("id", idOrShortId))).stream()
                .findFirst()
                .map(Trash::entry);
    }

    /** What was deleted in a project, the latest first. */
    List<TrashView> list(UUID projectId, String cursor, int limit, Visibility visible) {
        Map<String, Object> parameters =
                Map.of("project", projectId.toString(), "before", cursor == null ? LAST : cursor, "limit", limit);
        return graph.read(LIST, visible.with(parameters)).stream()
                .map(TrashView::of)
                .toList();
    }

    private static List<UUID> ids(Map<String, Object> row) {
        return ((List<?>) row.get("ids"))
                .stream().map(id -> UUID.fromString((String) id)).toList();
    }

    private static Entry entry(Map<String, Object> row) {
        List<?> rootShortId = (List<?>) row.get("root_short_id");
        return new Entry(
                NodeRepository.node(row),
                UUID.fromString((String) row.get("root")),
                rootShortId.isEmpty() ? null : (String) rootShortId.get(0),
                (Boolean) row.get("restorable"),
                (Boolean) row.get("permitted"));
    }
}
