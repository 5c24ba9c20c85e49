package io.strata.crash;

import io.strata.testing.Stores;
import io.strata.testing.TestProject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.neo4j.driver.Record;

/**
 * What Neo4j and PostgreSQL hold of a project, read once.
 *
 * @param graph nodes, those in the trash included
 * @param artifacts the ids of the nodes that each hangs on
 * @param descriptions of nodes, from PostgreSQL
 * @param comments their texts
 * @param audit how many entries there are; a key is the action, a blank and the subject
 * @param documents rows of documents
 */
record Stored(
        Map<UUID, GraphNode> graph,
        Map<UUID, List<String>> artifacts,
        Map<UUID, String> descriptions,
        Map<UUID, String> comments,
        Map<String, Integer> audit,
        Map<UUID, Map<String, Object>> documents) {

    /** A node, as Neo4j has it. */
    record GraphNode(String title, String status, List<String> parents, boolean trashed, List<String> links) {}

    private static final UUID NOWHERE = new UUID(0, 0);
    private static final String ABSENT = "absent";

    private static final String NODES = """
            MATCH (n:Node|Trashed {project_id: $project})
            RETURN n.id AS id, n.title AS title, n.status AS status, n:Trashed AS trashed,
              [(parent)-[:HAS_CHILD]->(n) | parent.id] AS parents,
              [(n)-[:DUPLICATES]->(target) | target.id] AS links
            """;

    private static final String ARTIFACTS = """
            MATCH (a:Artifact {project_id: $project})
            RETURN a.id AS id, [(n:Node|Trashed)-[:HAS_ARTIFACT]->(a) | n.id] AS nodes
            """;

    private static final String DESCRIPTIONS = "select node_id, description from node_content where project_id = ?";

    private static final String COMMENTS = "select id, text from comment where project_id = ?";

    private static final String AUDIT = """
            select action || ' ' || subject_id as entry, count(*) as entries from audit_log
            where workspace_id = ? group by 1
            """;

    private static final String DOCUMENTS =
            "select id, file_name, status, object_key from document where workspace_id = ?";

    static Stored of(Stores stores, TestProject project) {
        Stored stored = new Stored(
                new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        Map<String, Object> parameters = Map.of("project", project.id().toString());
        stores.cypher(NODES, parameters).forEach(row -> stored.graph.put(id(row), node(row)));
        stores.cypher(ARTIFACTS, parameters).forEach(row -> stored.artifacts.put(id(row), texts(row, "nodes")));
        stores.rows(DESCRIPTIONS, project.id())
                .forEach(row -> stored.descriptions.put((UUID) row.get("node_id"), (String) row.get("description")));
        stores.rows(COMMENTS, project.id())
                .forEach(row -> stored.comments.put((UUID) row.get("id"), (String) row.get("text")));
        UUID workspace = project.workspace().id();
        stores.rows(AUDIT, workspace)
                .forEach(row -> stored.audit.put((String) row.get("entry"), ((Long) row.get("entries")).intValue()));
        stores.rows(DOCUMENTS, workspace).forEach(row -> stored.documents.put((UUID) row.get("id"), row));
        return stored;
    }

    /** How a node is; what a store does not have is said to be absent. */
    State state(UUID id) {
        String description = descriptions.getOrDefault(id, ABSENT);
        GraphNode node = graph.get(id);
        return node == null
                ? new State(ABSENT, ABSENT, NOWHERE, description)
                : new State(
                        String.valueOf(node.title()),
                        String.valueOf(node.status()),
                        node.parents().size() == 1
                                ? UUID.fromString(node.parents().get(0))
                                : NOWHERE,
                        node.trashed(),
                        node.links().stream().map(UUID::fromString).collect(Collectors.toCollection(TreeSet::new)),
                        description);
    }

    /** How often an action on a subject was audited. */
    int audited(String action, UUID subject) {
        return audit.getOrDefault(action + " " + subject, 0);
    }

    /** The row of a document; {@code null} when there is none. */
    Map<String, Object> documentNamed(String fileName) {
        return documents.values().stream()
                .filter(row -> fileName.equals(row.get("file_name")))
                .findFirst()
                .orElse(null);
    }

    private static GraphNode node(Record row) {
        return new GraphNode(
                row.get("title").asString(null),
                row.get("status").asString(null),
                texts(row, "parents"),
                row.get("trashed").asBoolean(),
                texts(row, "links"));
    }

    private static List<String> texts(Record row, String name) {
        return row.get(name).asList(value -> value.asString());
    }

    private static UUID id(Record row) {
        return UUID.fromString(row.get("id").asString());
    }
}
