package io.strata.documents;

import io.strata.documents.classification.Passage;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Documents in the work graph: an {@code Artifact} under the document's own id that hangs on its node, and a {@code Chunk}
 * with an embedding for each passage.
 */
@ApplicationScoped
class DocumentArtifacts {

    /**
     * Does the same however often it is run. A node that is in the trash gets its artifact and shows it when it is
     * restored; one that was removed for good leaves the artifact unattached. Old chunks are found by their name, because
     * the artifact that they hung on may have been lost.
     */
    private static final String ATTACH = """
            MERGE (a:Artifact {id: $id})
            SET a += $properties
            WITH a
            CALL () { MATCH (old:Chunk) WHERE old.id STARTS WITH $id + '#' DETACH DELETE old }
            CALL (a) { MATCH (n:Node|Trashed {id: $node}) WHERE NOT $trashed MERGE (n)-[:HAS_ARTIFACT]->(a) }
            CALL (a) { MATCH (n:Node|Trashed {id: $node}) WHERE $trashed MERGE (n)-[:HAD_ARTIFACT]->(a) }
            CALL (a) {
              UNWIND $chunks AS chunk
              CREATE (a)-[:HAS_CHUNK]->(c:Chunk {
                id: chunk.id, document_id: $id, workspace_id: $workspace,
                position: chunk.position, start: chunk.start, end: chunk.end})
              WITH c, chunk
              CALL db.create.setNodeVectorProperty(c, 'embedding', chunk.embedding)
            }
            RETURN EXISTS { (:Node)-[:HAS_ARTIFACT]->(a) } AS attached
            """;

    /** A document that is not ready has no artifact yet. */
    private static final String PLACE = """
            MATCH (a:Artifact {id: $id})
            SET a += $properties
            WITH a
            CALL (a) { MATCH (a)<-[old:HAS_ARTIFACT]-() DELETE old }
            CALL (a) { MATCH (n:Node|Trashed {id: $node}) MERGE (n)-[:HAS_ARTIFACT]->(a) }
            """;

    /** What is in the trash hangs on its node by another name, under which nobody looks for it. */
    private static final String HIDE = """
            MATCH (n)-[has:HAS_ARTIFACT]->(a:Artifact) WHERE a.id IN $ids
            MERGE (n)-[:HAD_ARTIFACT]->(a)
            DELETE has
            """;

    private static final String SHOW = """
            MATCH (n)-[had:HAD_ARTIFACT]->(a:Artifact) WHERE a.id IN $ids
            MERGE (n)-[:HAS_ARTIFACT]->(a)
            DELETE had
            """;

    private static final String REMOVE = """
            MATCH (a:Artifact) WHERE a.id IN $ids
            OPTIONAL MATCH (a)-[:HAS_CHUNK]->(c:Chunk)
            DETACH DELETE c, a
            """;

    @Inject
    Graph graph;

    /**
     * Writes a document and its passages to the graph, in the caller's transaction.
     *
     * @param embeddings one for each passage
     * @return whether it hangs on a node that is not in the trash
     */
    boolean attach(DocumentView document, List<Passage> passages, List<float[]> embeddings) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", document.id().toString());
        parameters.put("workspace", document.workspaceId().toString());
        parameters.put("node", text(document.nodeId()));
        parameters.put("properties", properties(document));
        parameters.put("trashed", document.trashedAt() != null);
        parameters.put("chunks", chunks(document.id(), passages, embeddings));
        return (Boolean) graph.write(ATTACH, parameters).get(0).get("attached");
    }

    /** Says anew what a document is called and on which node it hangs, if it is in the graph already. */
    void place(DocumentView document) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", document.id().toString());
        parameters.put("node", text(document.nodeId()));
        parameters.put("properties", properties(document));
        graph.write(PLACE, parameters);
    }

    /** Takes documents off their nodes that go into the trash. */
    void hide(Collection<UUID> documents) {
        change(HIDE, documents);
    }

    /** Puts documents that were {@linkplain #hide hidden} back where they were. */
    void show(Collection<UUID> documents) {
        change(SHOW, documents);
    }

    /** Removes documents with their passages; one that is not there is no error. */
    void remove(Collection<UUID> documents) {
        change(REMOVE, documents);
    }

    private void change(String statement, Collection<UUID> documents) {
        if (!documents.isEmpty()) {
            graph.write(
                    statement,
                    Map.of("ids", documents.stream().map(UUID::toString).toList()));
        }
    }

    private static Map<String, Object> properties(DocumentView document) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("title", document.title());
        properties.put("kind", "file");
        properties.put("file_ref", document.id().toString());
        properties.put("mime_type", document.mimeType());
        properties.put("size_bytes", document.sizeBytes());
        properties.put("workspace_id", document.workspaceId().toString());
        properties.put("project_id", text(document.projectId()));
        properties.put("created_by", document.ownerId().toString());
        properties.put("created_at", document.createdAt().toString());
        return properties;
    }

    private static List<Map<String, Object>> chunks(UUID document, List<Passage> passages, List<float[]> embeddings) {
        List<Map<String, Object>> chunks = new ArrayList<>();
        for (Passage passage : passages) {
            chunks.add(Map.of(
                    "id", document + "#" + passage.position(),
                    "position", passage.position(),
                    "start", passage.start(),
                    "end", passage.end(),
                    "embedding", embeddings.get(passage.position())));
        }
        return chunks;
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }
}
