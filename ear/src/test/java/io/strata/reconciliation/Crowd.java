package io.strata.reconciliation;

import io.strata.testing.TestProject;
import io.strata.testing.World;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * A project with very many nodes in good order, filled into the stores directly: components of a thousand issues each,
 * with content and with audit entries of their making. Identifiers are of version 7, a millisecond apart.
 */
public final class Crowd {

    private static final int BATCH = 10_000;
    private static final int FAMILY = 1000;
    private static final String NODES = """
            MATCH (root:Node {id: $root})
            UNWIND $nodes AS node
            CREATE (n:Node {id: node.id, short_id: node.short_id, title: node.title, project_id: $project,
              workspace_id: $workspace, labels: [], created_by: $root, created_at: $now, updated_at: $now})
            WITH root, n, node
            FOREACH (x IN CASE WHEN node.parent IS NULL THEN [1] ELSE [] END |
              SET n:Component CREATE (root)-[:HAS_CHILD]->(n))
            FOREACH (x IN CASE WHEN node.parent IS NULL THEN [] ELSE [1] END | SET n:Issue, n.status = 'todo')
            WITH n, node WHERE node.parent IS NOT NULL
            MATCH (parent:Node {id: node.parent})
            CREATE (parent)-[:HAS_CHILD]->(n)
            """;

    private static final String CONTENTS = """
            insert into node_content (node_id, project_id, workspace_id, created_at, updated_at)
            select id, ?, ?, now(), now() from unnest(?) as id
            """;

    /** Entries of a number of their own, below those that the server gives. */
    private static final String ENTRIES = """
            insert into audit_log
                (id, occurred_at, actor_id, actor_handle, action, workspace_id, subject_kind, subject_id, state_after)
            select -(? + number), now(), ?, 'crowd', 'node.created', ?, 'node', id,
                   case when (number - 1) % 1000 = 0 then jsonb '{"kind": "component"}'
                        else jsonb '{"kind": "issue", "status": "todo"}' end
            from unnest(?) with ordinality as crowd (id, number)
            """;

    /** Nobody searches for them: what they are is enough. */
    private static final String FOUND = """
            insert into search_entry (id, kind, workspace_id, project_id, node_id, parent_id, short_id, title, status, updated_at)
            select id, case when parent = ? then 'COMPONENT' else 'ISSUE' end, ?, ?, id, parent, ? || number,
                   'Number ' || number, case when parent = ? then null else 'todo' end, now()
            from unnest(?, ?, ?) as crowd (id, parent, number)
            """;

    private final World world;
    private final TestProject project;
    private final int size;
    private final long begin = System.currentTimeMillis();

    public Crowd(World world, int size) {
        this.world = world;
        this.project = world.project();
        this.size = size;
    }

    public int size() {
        return size;
    }

    /** The project that they are in. */
    public TestProject project() {
        return project;
    }

    /** Fills the stores, both at once. */
    public void fill() {
        CompletableFuture<Void> graph = CompletableFuture.runAsync(() -> inBatches(this::nodes));
        inBatches(this::rows);
        graph.join();
    }

    private void inBatches(BiConsumer<Integer, Integer> batch) {
        for (int first = 0; first < size; first += BATCH) {
            batch.accept(first, Math.min(size, first + BATCH));
        }
    }

    /** Takes the nodes out of both stores again. */
    public void clear() {
        Map<String, Object> which = Map.of("project", project.id().toString());
        while (world.stores()
                        .graphNumber(
                                "MATCH (n:Node {project_id: $project}) WITH n LIMIT 20000 DETACH DELETE n"
                                        + " RETURN count(*)",
                                which)
                > 0) {
            // batch after batch, for the memory of the store
        }
        world.stores().cypher("MATCH (p:Project {id: $project}) DETACH DELETE p", which);
        world.stores().sql("delete from node_content where project_id = ?", project.id());
        world.stores().sql("delete from project where id = ?", project.id());
    }

    private void nodes(int first, int last) {
        List<Map<String, Object>> nodes = new ArrayList<>();
        for (int i = first; i < last; i++) {
            Map<String, Object> node = new HashMap<>();
            node.put("id", id(i).toString());
            node.put("short_id", project.key() + "-X" + i);
            node.put("title", "Number " + i);
            node.put("parent", i % FAMILY == 0 ? null : id(i - i % FAMILY).toString());
            nodes.add(node);
        }
        world.stores()
                .cypher(
                        NODES,
                        Map.of(
                                "root", project.rootId().toString(),
                                "project", project.id().toString(),
                                "workspace", project.workspace().id().toString(),
                                "now", "2026-01-01T00:00:00Z",
                                "nodes", nodes));
    }

    private void rows(int first, int last) {
        UUID[] ids = IntStream.range(first, last).mapToObj(this::id).toArray(UUID[]::new);
        try (Connection connection = world.stores().connect();
                PreparedStatement contents = connection.prepareStatement(CONTENTS);
                PreparedStatement entries = connection.prepareStatement(ENTRIES)) {
            contents.setObject(1, project.id());
            contents.setObject(2, project.workspace().id());
            contents.setArray(3, connection.createArrayOf("uuid", ids));
            contents.executeUpdate();
            found(first, last);
            entries.setLong(1, begin * FAMILY + first);
            entries.setObject(2, project.rootId());
            entries.setObject(3, project.workspace().id());
            entries.setArray(4, connection.createArrayOf("uuid", ids));
            entries.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void found(int first, int last) throws SQLException {
        UUID root = project.rootId();
        Integer[] numbers = IntStream.range(first, last).boxed().toArray(Integer[]::new);
        UUID[] ids = IntStream.range(first, last).mapToObj(this::id).toArray(UUID[]::new);
        UUID[] parents = IntStream.range(first, last)
                .mapToObj(i -> i % FAMILY == 0 ? root : id(i - i % FAMILY))
                .toArray(UUID[]::new);
        try (Connection owner = world.stores().connectAsOwner();
                PreparedStatement found = owner.prepareStatement(FOUND)) {
            found.setObject(1, root);
            found.setObject(2, project.workspace().id());
            found.setObject(3, project.id());
            found.setString(4, project.key() + "-X");
            found.setObject(5, root);
            found.setArray(6, owner.createArrayOf("uuid", ids));
            found.setArray(7, owner.createArrayOf("uuid", parents));
            found.setArray(8, owner.createArrayOf("integer", numbers));
            found.executeUpdate();
        }
    }

    /** The id of a node by its number. */
    public UUID id(int number) {
        long time = begin + number;
        String bits = project.id().toString().substring(24);
        String text = HexFormat.of().toHexDigits(time).substring(4) + "7" + "000" + "8" + "000" + bits;
        return new UUID(
                Long.parseUnsignedLong(text.substring(0, 16), 16), Long.parseUnsignedLong(text.substring(16), 16));
    }
}
